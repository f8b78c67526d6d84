// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

/** A way to write one claim for another program, on one line. */
@FunctionalInterface
interface ClaimFormat {
    String of(Claim claim);
}
