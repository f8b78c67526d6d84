// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The words for the bits of a number, joined by commas, lowest bit first; each combination is made once. */
public final class FlagWords {

    private final String[] words;
    private final @Nullable String[] made;

    /** @param words of the lowest bits, at most 12; "" for a bit that is not spoken of */
    public FlagWords(String... words) {
        this.words = words.clone();
        made = new @Nullable String[1 << words.length];
    }

    /** Bits beyond the words say nothing. */
    public String of(long bits) {
        int index = (int) bits & made.length - 1;
        String text = made[index];
        if (text == null) {
            text = make(index);
            made[index] = text;
        }
        return text;
    }

    private String make(int bits) {
        StringJoiner text = new StringJoiner(", ");
        for (int bit = 0; bit < words.length; bit++) {
            if ((bits >>> bit & 1) != 0 && !words[bit].isEmpty()) {
                text.add(words[bit]);
            }
        }
        return text.toString();
    }
}
