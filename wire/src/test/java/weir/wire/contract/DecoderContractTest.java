// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.sensor.Protocols;

/**
 * What every decoder promises, message by message. Applied to each registered protocol without being asked; the number
 * of rounds grows with the system property {@code weir.rounds}.
 */
class DecoderContractTest {

    private static final int ROUNDS = Integer.getInteger("weir.rounds", 1);
    private static final int MUTATIONS = 4_000 * ROUNDS;

    /** The protocols that are looked for. */
    List<Protocol> all() {
        return Protocols.all();
    }

    /** Those of them that the contract is held against. */
    List<Protocol> held() {
        return all();
    }

    @TestFactory
    Stream<DynamicTest> everyProtocolWasReallySpoken() {
        return each(protocol -> assertThat(Material.among(all()).of(protocol))
                .as("real conversations in " + protocol.name() + "; put a capture under captures/" + protocol.name())
                .isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> noBytesMakeADecoderThrowOrLoop() {
        return each(protocol -> Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2L * ROUNDS), () -> {
            Random random = new Random(protocol.name().hashCode());
            List<Spoken> material = Material.among(all()).of(protocol);
            Listener listener = new Listener();
            Dialogue dialogue = protocol.open();
            for (int i = 0; i < MUTATIONS && !material.isEmpty(); i++) {
                Spoken spoken = material.get(random.nextInt(material.size()));
                Spoken.Said said =
                        spoken.messages().get(random.nextInt(spoken.messages().size()));
                byte[] bytes = mutate(said.bytes(), random);
                String what = protocol.name() + " round " + i + " "
                        + java.util.HexFormat.of().formatHex(bytes);
                assertThatCode(() -> feed(listener, spoken, dialogue, said.way(), bytes))
                        .as(what)
                        .doesNotThrowAnyException();
                listener.clear();
                if (random.nextInt(50) == 0) {
                    dialogue.lost(said.way());
                }
            }
        }));
    }

    private static void feed(Listener listener, Spoken spoken, Dialogue dialogue, Direction way, byte[] bytes) {
        Cursor cursor = new Cursor();
        spoken.protocol().probe(cursor.wrap(bytes, 0, bytes.length), spoken.transport());
        dialogue.direction(cursor.wrap(bytes, 0, bytes.length), way);
        if (spoken.transport() == Transport.TCP) {
            dialogue.frame(cursor.wrap(bytes, 0, bytes.length), way);
        }
        listener.hear(spoken, dialogue, way, bytes, bytes.length);
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original.clone();
        switch (random.nextInt(6)) {
            case 0 -> random.nextBytes(bytes);
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(64));
            case 3 -> {
                for (int i = 0; i < 4 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0xff : 0);
                }
            }
            default -> {
                for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    /** A message cut short must not be told as something that it is not. */
    @TestFactory
    Stream<DynamicTest> aMessageCutShortIsNoticed() {
        return each(protocol -> {
            for (Spoken spoken : Material.among(all()).of(protocol)) {
                for (Spoken.Said said : few(spoken.messages(), 6)) {
                    everyPrefix(protocol, spoken, said);
                }
            }
        });
    }

    /**
     * Formats that hold no length: a message ends where its datagram ends, so that a shorter one can be a whole one too. Of
     * these a part may name less than the whole message does, but nothing else. (Datagrams that were cut by the capture are
     * known as such before any decoder sees them.)
     */
    private static final Set<String> ENDS_WITH_DATAGRAM = Set.of("coap");

    private static void everyPrefix(Protocol protocol, Spoken spoken, Spoken.Said said) {
        byte[] bytes = said.bytes();
        Listener whole = new Listener();
        whole.hear(spoken, protocol.open(), said.way(), bytes, bytes.length);
        if (whole.violated()) {
            return;
        }
        Set<String> allowed = new HashSet<>(whole.told);
        Cursor cursor = new Cursor();
        int step = Math.max(1, bytes.length / 200);
        for (int cut = 0; cut < bytes.length; cut += step) {
            if (spoken.transport() == Transport.TCP) {
                int size = protocol.open().frame(cursor.wrap(bytes, 0, cut), said.way());
                assertThat(size)
                        .as("frame() of " + cut + " of " + bytes.length + " bytes in " + spoken)
                        .satisfiesAnyOf(
                                s -> assertThat(s).isLessThanOrEqualTo(Dialogue.MORE),
                                s -> assertThat(s).isGreaterThanOrEqualTo(bytes.length));
            }
            Listener part = new Listener();
            part.hear(spoken, protocol.open(), said.way(), bytes, cut);
            if (!part.violated()) {
                for (int i = 0; i < part.told.size(); i++) {
                    Observation told = part.observations.get(i);
                    if (told instanceof Operation operation) {
                        if (ENDS_WITH_DATAGRAM.contains(protocol.name())) {
                            assertThat(whole.observations)
                                    .anySatisfy(o -> assertThat(isPartOf(operation, o))
                                            .as("%s is part of %s", operation, o)
                                            .isTrue());
                            continue;
                        }
                        assertThat(allowed)
                                .as("told of " + cut + " of " + bytes.length + " bytes of "
                                        + java.util.HexFormat.of().formatHex(bytes) + " in " + spoken)
                                .contains(part.told.get(i));
                    }
                }
            }
        }
    }

    private static boolean isPartOf(Operation part, Observation whole) {
        return whole instanceof Operation all
                && all.service().equals(part.service())
                && all.phase() == part.phase()
                && all.target().symbol().startsWith(part.target().symbol());
    }

    @TestFactory
    Stream<DynamicTest> aPollThatRepeatsAllocatesNothing() {
        return each(protocol -> {
            for (Spoken spoken : Material.among(all()).of(protocol)) {
                Repetition repetition = Repetition.of(protocol, spoken);
                assertThat(repetition.bytesAMessage())
                        .as("bytes allocated a message by " + spoken + ", messages " + repetition)
                        .isLessThan(1.0);
            }
        });
    }

    /** A plant has many conversations, of which most say little: a scan opens thousands. */
    @TestFactory
    Stream<DynamicTest> aConversationThatBeginsTakesLittleMemory() {
        return each(protocol -> {
            Dialogue one = protocol.open();
            assertThat(Footprint.of(new Dialogue[] {one, protocol.open()}) - Footprint.of(one))
                    .as("bytes of a further conversation")
                    .isLessThan(10 << 10);
            for (Spoken spoken : Material.among(all()).of(protocol)) {
                Dialogue dialogue = protocol.open();
                Listener listener = new Listener();
                List<Spoken.Said> shorter = spoken.messages().stream()
                        .filter(said -> said.bytes().length < 2048)
                        .toList();
                for (Spoken.Said said : few(shorter, 2)) {
                    listener.hear(spoken, dialogue, said.way(), said.bytes(), said.bytes().length);
                }
                assertThat(Footprint.of(new Dialogue[] {one, dialogue}) - Footprint.of(one))
                        .as("bytes of a conversation after few messages of " + spoken)
                        .isLessThan(20 << 10);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> stateStaysBoundedUnderAFlood() {
        return each(protocol -> {
            Random random = new Random(7);
            List<Spoken> material = Material.among(all()).of(protocol);
            Dialogue dialogue = protocol.open();
            for (int i = 0; i < 20_000 * ROUNDS && !material.isEmpty(); i++) {
                Listener listener = FLOOD;
                Spoken spoken = material.get(random.nextInt(material.size()));
                Spoken.Said said =
                        spoken.messages().get(random.nextInt(spoken.messages().size()));
                byte[] bytes = said.bytes().clone();
                for (int flips = 0; flips < 3 && bytes.length > 0; flips++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                listener.hear(spoken, dialogue, said.way(), bytes, bytes.length);
                listener.clear();
            }
            assertThat(Footprint.of(dialogue))
                    .as("bytes held by one conversation")
                    .isLessThan(768 << 10);
        });
    }

    private static final Listener FLOOD = new Listener();

    private static <T> List<T> few(List<T> all, int count) {
        int step = Math.max(1, all.size() / count);
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** A check of one protocol. */
    interface Check {
        void on(Protocol protocol) throws Exception;
    }

    Stream<DynamicTest> each(Check check) {
        return held().stream().map(p -> DynamicTest.dynamicTest(p.name(), () -> check.on(p)));
    }
}
