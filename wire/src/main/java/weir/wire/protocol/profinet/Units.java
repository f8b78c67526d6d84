// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import java.util.Arrays;

/** Texts for the places in a device, {@code slot 1 subslot 1}, each made once while few are used. */
final class Units {

    private static final int MOST = 512;
    /** From here on subslots are ports and interfaces, written as everybody does. */
    private static final int HEXADECIMAL = 0x8000;

    private final int[] keys = new int[MOST];
    private final String[] texts = new String[MOST];

    Units() {
        Arrays.fill(texts, "");
    }

    /** "" for the device itself, whose submodule is the first of slot 0. */
    String of(int slot, int subslot) {
        if (slot == 0 && subslot <= 1 || slot == 0xffff) {
            return "";
        }
        int key = slot << 16 | subslot;
        int home = (int) (key * 0x9e37_79b9L >>> 16) & MOST - 1;
        if (keys[home] != key || texts[home].isEmpty()) {
            keys[home] = key;
            texts[home] = "slot " + slot + " subslot "
                    + (subslot < HEXADECIMAL ? Integer.toString(subslot) : "0x" + Integer.toHexString(subslot));
        }
        return texts[home];
    }
}
