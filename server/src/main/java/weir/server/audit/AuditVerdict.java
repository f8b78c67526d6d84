// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

/** What the proof of an audit log comes to. */
public sealed interface AuditVerdict {

    /**
     * Nothing was changed, taken away or put in by anybody without the key.
     *
     * @param from number of the first entry; more than 1 where the beginning was taken away by the server
     */
    record Whole(long from, long to, long checkpoints, String at) implements AuditVerdict {}

    /** @param entry number of the first entry that is wrong */
    record Broken(long entry, String why) implements AuditVerdict {}
}
