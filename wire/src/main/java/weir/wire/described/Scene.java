// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.Arrays;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.described.Step.Role;
import weir.wire.described.Step.Width;

/** What is known of the message that is being read. One is used for all messages of a conversation. */
final class Scene {

    /** Process values and identity facts kept of one message, each. */
    private static final int MOST_VALUES = 2048;

    private static final int MOST_FACTS = 16;

    final long[] slots;
    Cursor in = new Cursor();
    boolean fromClient;
    long operation;
    long transaction;
    long unit;
    long first;
    long count;
    long status;
    String symbol = "";
    String qualifier = "";
    private int has;
    int values;
    /** As long as the message with the most values so far needs. */
    long[] integers = {};

    double[] numbers = {};
    Width[] widths = {};
    long[] places = {};
    private long place;
    int facts;
    final Attribute[] attributes = new Attribute[MOST_FACTS];
    final String[] texts = new String[MOST_FACTS];

    private final Pending pending;

    Scene(int fields, Pending pending) {
        this.pending = pending;
        slots = new long[fields];
    }

    void begin(Cursor message, boolean asks) {
        in = message;
        fromClient = asks;
        has = 0;
        values = 0;
        place = 0;
        facts = 0;
        status = 0;
        symbol = "";
        qualifier = "";
        Arrays.fill(slots, 0);
    }

    /** What joins an answer to its request. */
    long key() {
        return has(Role.TRANSACTION) ? transaction : operation;
    }

    /** How many objects were asked for; 0 where that was not seen. */
    long asked() {
        Operation request = pending.find(key()) ? pending.request() : null;
        return request == null ? 0 : request.target().count();
    }

    boolean has(Role role) {
        return (has & 1 << role.ordinal()) != 0;
    }

    void take(Role role, long number) {
        boolean firstOf = has(Role.FIRST);
        has |= 1 << role.ordinal();
        switch (role) {
            case NONE, SYMBOL, QUALIFIER, VALUE, IDENTITY -> {}
            case OPERATION -> operation = number;
            case TRANSACTION -> transaction = number;
            case UNIT -> unit = number;
            case FIRST -> {
                first = firstOf ? first : number;
                place = number;
            }
            case COUNT -> count = number;
            case STATUS -> status = number;
        }
    }

    void take(Role role, String text) {
        has |= 1 << role.ordinal();
        if (role == Role.SYMBOL) {
            symbol = text;
        } else if (role == Role.QUALIFIER) {
            qualifier = text;
        }
    }

    void value(long integer, double number, Width width) {
        if (values == integers.length && values < MOST_VALUES) {
            grow(Math.max(16, 2 * values));
        }
        if (values < MOST_VALUES) {
            integers[values] = integer;
            numbers[values] = number;
            widths[values] = width;
            places[values++] = place++;
        }
    }

    private void grow(int room) {
        integers = Arrays.copyOf(integers, room);
        numbers = Arrays.copyOf(numbers, room);
        widths = Arrays.copyOf(widths, room);
        places = Arrays.copyOf(places, room);
    }

    void fact(Attribute attribute, String text) {
        if (facts < MOST_FACTS) {
            attributes[facts] = attribute;
            texts[facts++] = text;
        }
    }
}
