// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Control packets (MQTT 5.0, 2.1.2); then what Sparkplug B and wills make of PUBLISH and CONNECT. */
enum PacketType implements Service {
    CONNECT(1, Verb.SESSION),
    CONNACK(2, Verb.SESSION),
    /** Tells values to whoever wants them. */
    PUBLISH(3, Verb.READ),
    PUBACK(4, Verb.READ),
    PUBREC(5, Verb.READ),
    PUBREL(6, Verb.READ),
    PUBCOMP(7, Verb.READ),
    SUBSCRIBE(8, Verb.SUBSCRIBE),
    SUBACK(9, Verb.SUBSCRIBE),
    UNSUBSCRIBE(10, Verb.SUBSCRIBE),
    UNSUBACK(11, Verb.SUBSCRIBE),
    PINGREQ(12, Verb.SESSION),
    PINGRESP(13, Verb.SESSION),
    DISCONNECT(14, Verb.SESSION),
    AUTH(15, Verb.AUTHENTICATE),
    /** What the broker is to publish when the client is lost. */
    WILL(1, Verb.SUBSCRIBE),
    NODE_BIRTH(3, Verb.READ),
    NODE_DEATH(3, Verb.READ),
    DEVICE_BIRTH(3, Verb.READ),
    DEVICE_DEATH(3, Verb.READ),
    NODE_DATA(3, Verb.READ),
    DEVICE_DATA(3, Verb.READ),
    NODE_COMMAND(3, Verb.CONTROL),
    DEVICE_COMMAND(3, Verb.CONTROL),
    /** Whether a host application is there. */
    HOST_STATE(3, Verb.READ);

    private static final int LAST = 15;
    private static final PacketType[] ALL = values();

    private final int code;
    private final Verb verb;

    PacketType(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** Null for the number that is reserved. */
    static @Nullable PacketType of(int code) {
        return code < 1 || code > LAST ? null : ALL[code - 1];
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
