// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Carrier;

/**
 * A protocol, described.
 *
 * @param name stable lower-case name
 * @param carriers what it travels in
 * @param framing how long its messages are
 * @param marks what each of its messages has
 * @param steps what is read of a message
 * @param slots how many fields are kept for formulas
 * @param unit what stands before the number of a unit: {@code "unit "}
 * @param itself numbers of units that are the device itself
 * @param request whether a message asks; null where the side that opened the conversation asks
 * @param notice whether a message tells unasked; null where none does
 * @param operations services by their number
 * @param refusals reasons by their number
 */
public record Description(
        String name,
        List<Carrier> carriers,
        Framing framing,
        List<Mark> marks,
        List<Step> steps,
        int slots,
        String unit,
        Set<Long> itself,
        @Nullable Formula request,
        @Nullable Formula notice,
        Map<Long, Operation> operations,
        Map<Long, String> refusals) {

    /**
     * One of its services.
     *
     * @param name lower case, underscores
     * @param space the kind of objects it touches, or ""
     */
    public record Operation(String name, int code, Verb verb, String space) implements Service {}
}
