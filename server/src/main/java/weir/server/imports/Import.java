// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

import java.io.IOException;
import java.util.Locale;
import weir.server.json.FlatObject;

/**
 * A capture that was given.
 *
 * @param id in the order in which they came
 * @param name as who gave it calls it
 * @param bytes of the file
 * @param position bytes read of it
 * @param packets read of it
 * @param problem where it is damaged, or why it is refused; "" for neither
 */
public record Import(String id, String name, State state, long bytes, long position, long packets, String problem) {

    /** How far the reading is. */
    public enum State {
        WAITING,
        READING,
        DONE,
        /** All before the damage was read. */
        DAMAGED,
        /** Nothing of it could be read. */
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Import waiting() {
        return new Import(id, name, State.WAITING, bytes, 0, 0, "");
    }

    Import reading(long read, long at) {
        return new Import(id, name, State.READING, bytes, at, read, "");
    }

    Import ended(State how, long at, String why) {
        return new Import(id, name, how, bytes, at, packets, why);
    }

    String written() {
        return FlatObject.empty()
                .set("name", name)
                .set("state", state.word())
                .set("bytes", bytes)
                .set("position", position)
                .set("packets", packets)
                .set("problem", problem)
                .written();
    }

    static Import read(String id, String text) throws IOException {
        FlatObject kept = FlatObject.read("imports", text);
        return new Import(
                id,
                kept.text("name"),
                State.valueOf(kept.text("state").toUpperCase(Locale.ROOT)),
                kept.number("bytes"),
                kept.number("position"),
                kept.number("packets"),
                kept.text("problem"));
    }
}
