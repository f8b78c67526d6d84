// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * What an operation touches.
 *
 * @param unit the device behind the address ("unit 3", "rack 0 slot 2", "slot 1", "address 10"), or "" for the device itself
 * @param space the kind of object in the protocol's words ("holding_register", "DB5", "class 0x6b", "30:1"), or ""
 * @param first number of the first object, or -1 where objects have no numbers
 * @param count how many objects; 0 where that says nothing
 * @param symbol name of the object (tag, block, file), or ""
 */
public record Target(String unit, String space, long first, long count, String symbol) {

    public static final Target NONE = new Target("", "", -1, 0, "");

    // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
    @Override
    public boolean equals(Object other) {
        return other instanceof Target t
                && first == t.first
                && count == t.count
                && unit.equals(t.unit)
                && space.equals(t.space)
                && symbol.equals(t.symbol);
    }

    @Override
    public int hashCode() {
        return ((unit.hashCode() * 31 + space.hashCode()) * 31 + symbol.hashCode()) * 31 + (int) (first * 31 + count);
    }

    /** The object in one short line, without the unit: {@code holding_register 100-109}, {@code tag Line1.Speed}. */
    public String label() {
        StringBuilder text = new StringBuilder(space);
        if (!symbol.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(symbol);
        }
        if (first >= 0) {
            text.append(text.isEmpty() ? "" : " ").append(first);
            if (count > 1) {
                text.append('-').append(first + count - 1);
            }
        }
        return text.toString();
    }
}
