// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

/**
 * Where the readable part of an input ends before the input does.
 *
 * @param input name of the input
 * @param position number of bytes before the damaged record, all of them good; counted in the unpacked data
 * @param packed whether the input is gzip, so that {@code position} is no position in the file itself
 * @param reason what is wrong there
 */
public record Damage(String input, long position, boolean packed, String reason) {

    /** For a person: what, where. */
    public String message() {
        return input + ": byte " + position + (packed ? " of the unpacked data: " : ": ") + reason;
    }
}
