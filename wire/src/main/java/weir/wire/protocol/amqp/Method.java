// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Methods of AMQP 0-9-1: class and number of the request, numbers of its answers. Services are the requests. */
enum Method implements Service {
    CONNECTION_START(10, 10, Verb.SESSION, 11),
    CONNECTION_SECURE(10, 20, Verb.AUTHENTICATE, 21),
    CONNECTION_TUNE(10, 30, Verb.SESSION, 31),
    CONNECTION_OPEN(10, 40, Verb.SESSION, 41),
    CONNECTION_CLOSE(10, 50, Verb.SESSION, 51),
    CONNECTION_BLOCKED(10, 60, Verb.DIAGNOSE),
    CONNECTION_UNBLOCKED(10, 61, Verb.DIAGNOSE),
    CONNECTION_UPDATE_SECRET(10, 70, Verb.AUTHENTICATE, 71),
    CHANNEL_OPEN(20, 10, Verb.SESSION, 11),
    CHANNEL_FLOW(20, 20, Verb.SESSION, 21),
    CHANNEL_CLOSE(20, 40, Verb.SESSION, 41),
    ACCESS_REQUEST(30, 10, Verb.AUTHENTICATE, 11),
    EXCHANGE_DECLARE(40, 10, Verb.CONFIGURE, 11),
    EXCHANGE_DELETE(40, 20, Verb.CONFIGURE, 21),
    EXCHANGE_BIND(40, 30, Verb.CONFIGURE, 31),
    EXCHANGE_UNBIND(40, 40, Verb.CONFIGURE, 51),
    QUEUE_DECLARE(50, 10, Verb.CONFIGURE, 11),
    QUEUE_BIND(50, 20, Verb.CONFIGURE, 21),
    QUEUE_PURGE(50, 30, Verb.CONTROL, 31),
    QUEUE_DELETE(50, 40, Verb.CONFIGURE, 41),
    QUEUE_UNBIND(50, 50, Verb.CONFIGURE, 51),
    BASIC_QOS(60, 10, Verb.SESSION, 11),
    BASIC_CONSUME(60, 20, Verb.SUBSCRIBE, 21),
    BASIC_CANCEL(60, 30, Verb.SUBSCRIBE, 31),
    /** Tells something to whoever wants it. */
    BASIC_PUBLISH(60, 40, Verb.READ),
    BASIC_RETURN(60, 50, Verb.READ),
    BASIC_DELIVER(60, 60, Verb.READ),
    BASIC_GET(60, 70, Verb.READ, 71, 72),
    BASIC_ACK(60, 80, Verb.SESSION),
    BASIC_REJECT(60, 90, Verb.SESSION),
    BASIC_RECOVER_ASYNC(60, 100, Verb.SESSION),
    BASIC_RECOVER(60, 110, Verb.SESSION, 111),
    BASIC_NACK(60, 120, Verb.SESSION),
    CONFIRM_SELECT(85, 10, Verb.SESSION, 11),
    TX_SELECT(90, 10, Verb.SESSION, 11),
    TX_COMMIT(90, 20, Verb.SESSION, 21),
    TX_ROLLBACK(90, 30, Verb.SESSION, 31),
    HEARTBEAT(0, 0, Verb.SESSION);

    private static final int CLASSES = 128;
    private static final int NUMBERS = 128;
    private static final @Nullable Method[] BY_NUMBER = byNumber();

    private final int group;
    private final int number;
    private final Verb verb;
    private final int[] answers;

    Method(int group, int number, Verb verb, int... answers) {
        this.group = group;
        this.number = number;
        this.verb = verb;
        this.answers = answers;
    }

    /** The request that these are the numbers of, or of the answer to which; null where there is none. */
    static @Nullable Method of(int group, int number) {
        return group <= 0 || group >= CLASSES || number < 0 || number >= NUMBERS
                ? null
                : BY_NUMBER[group * NUMBERS + number];
    }

    boolean isAnswer(int wireNumber) {
        return wireNumber != number;
    }

    boolean isAnswered() {
        return answers.length > 0;
    }

    @Override
    public int code() {
        return group << 16 | number;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    private static @Nullable Method[] byNumber() {
        @Nullable Method[] table = new @Nullable Method[CLASSES * NUMBERS];
        for (Method method : values()) {
            table[method.group * NUMBERS + method.number] = method;
            for (int answer : method.answers) {
                table[method.group * NUMBERS + answer] = method;
            }
        }
        return table;
    }
}
