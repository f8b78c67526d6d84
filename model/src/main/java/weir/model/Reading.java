// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** The value of a variable at one sighting; reused from sighting to sighting, so copy what is to be kept. */
public final class Reading {

    /** Which of the fields holds the value. */
    public enum Kind {
        NONE,
        INTEGER,
        NUMBER,
        TEXT
    }

    private Kind kind = Kind.NONE;
    private long integer;
    private double number;
    private String text = "";
    private int quality;

    public Kind kind() {
        return kind;
    }

    /** The raw integer, sign-extended as the type says. */
    public long integer() {
        return integer;
    }

    public double number() {
        return kind == Kind.INTEGER ? integer : number;
    }

    public String text() {
        return text;
    }

    /** The protocol's own quality or flag octet; 0 where it has none. */
    public int quality() {
        return quality;
    }

    public Reading clear() {
        kind = Kind.NONE;
        quality = 0;
        return this;
    }

    public Reading integer(long value) {
        kind = Kind.INTEGER;
        integer = value;
        return this;
    }

    public Reading number(double value) {
        kind = Kind.NUMBER;
        number = value;
        return this;
    }

    public Reading text(String value) {
        kind = Kind.TEXT;
        text = value;
        return this;
    }

    public Reading quality(int value) {
        quality = value;
        return this;
    }
}
