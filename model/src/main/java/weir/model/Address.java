// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** A hardware or network address. Equal by value; its text is made once. */
public final class Address implements Comparable<Address> {

    public enum Kind {
        NONE,
        MAC,
        IPV4,
        IPV6
    }

    public static final Address NONE = new Address(Kind.NONE, 0, 0);

    private final Kind kind;
    private final long high;
    private final long low;
    private String text = "";

    private Address(Kind kind, long high, long low) {
        this.kind = kind;
        this.high = high;
        this.low = low;
    }

    /** From the low 48 bits, first octet on the wire highest. */
    public static Address mac(long bits) {
        return new Address(Kind.MAC, 0, bits & 0xffff_ffff_ffffL);
    }

    /** From the low 32 bits, first octet on the wire highest. */
    public static Address ipv4(long bits) {
        return new Address(Kind.IPV4, 0, bits & 0xffff_ffffL);
    }

    public static Address ipv6(long high, long low) {
        return new Address(Kind.IPV6, high, low);
    }

    /** From its usual text; {@link #NONE} where the text is no address. */
    public static Address parse(String text) {
        return AddressText.parse(text);
    }

    public Kind kind() {
        return kind;
    }

    /** The upper 64 bits; 0 but for IPv6. */
    public long high() {
        return high;
    }

    /** The lower 64 bits, first octet on the wire highest. */
    public long low() {
        return low;
    }

    /** IPv4 of a private or link-local range, IPv6 unique-local or link-local (RFC 1918, 3927, 4193, 4291). */
    public boolean isPrivate() {
        return switch (kind) {
            case NONE, MAC -> true;
            case IPV4 ->
                low >>> 24 == 10
                        || low >>> 24 == 127
                        || low >>> 20 == 0xac1
                        || low >>> 16 == 0xc0a8
                        || low >>> 16 == 0xa9fe;
            case IPV6 -> high >>> 57 == 0x7e || high >>> 54 == 0x3fa || high == 0 && low == 1;
        };
    }

    /** One device and not a group: neither multicast nor broadcast nor unspecified. */
    public boolean isUnicast() {
        return switch (kind) {
            case NONE -> false;
            case MAC -> low != 0 && (low >>> 40 & 1) == 0;
            case IPV4 -> low != 0 && low >>> 28 < 14 && (low & 0xff) != 255;
            case IPV6 -> high >>> 56 != 0xff && (high | low) != 0;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof Address a && a.kind == kind && a.high == high && a.low == low;
    }

    @Override
    public int hashCode() {
        return (kind.ordinal() * 31 + Long.hashCode(high)) * 31 + Long.hashCode(low);
    }

    /** MAC before IPv4 before IPv6, then by number. */
    @Override
    public int compareTo(Address other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The usual text: {@code 00:1b:1b:0a:0b:0c}, {@code 10.0.0.1}, {@code fe80::1} (RFC 5952); "" for none. */
    @Override
    public String toString() {
        if (text.isEmpty() && kind != Kind.NONE) {
            text = AddressText.of(this);
        }
        return text;
    }
}
