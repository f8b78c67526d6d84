// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * How often one operation was seen in a conversation: the same service on the same target.
 *
 * @param requests requests seen, or notices where the protocol has no requests
 * @param answers answers seen that did it
 * @param refused answers seen that refused it
 * @param refusal the protocol's word of the first refusal, or ""
 * @param first when first seen, nanoseconds since the epoch
 * @param last when last seen
 * @param firstPacket packet that proves it
 * @param lastPacket last packet of it
 * @param latency mean time from request to answer, nanoseconds; -1 where none could be measured
 */
public record OperationCount(
        String protocol,
        Verb verb,
        String service,
        int code,
        Target target,
        String qualifier,
        long requests,
        long answers,
        long refused,
        String refusal,
        long first,
        long last,
        long firstPacket,
        long lastPacket,
        long latency) {

    /** How often it was asked for, or told: requests, or answers where only those were seen. */
    public long times() {
        return Math.max(requests, answers + refused);
    }
}
