// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

/** What stands before the arguments of a call to an object, ORPCTHIS (MS-DCOM 2.2.13.3). */
final class OrpcHeader {

    private OrpcHeader() {}

    /** Version 4 | flags 4 | reserved 4 | causality 16 | extensions, by pointer; false where these are there. */
    static boolean skip(Ndr in) {
        in.skip(28);
        return !in.pointer() && in.ok();
    }
}
