// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weir.model.Transport;
import weir.wire.Protocol;
import weir.wire.sensor.Protocols;

/** What every decoder promises over TCP, whatever happens to the stream. */
class StreamContractTest {

    private static final int MESSAGES = 60;
    private static final int BYTES = 20_000;

    /** Messages after a loss that may still belong to what was lost: answers to it, parts of it. */
    private static final int GRACE = 8;

    /** These call a share, a file and a pipe by the number that its opening gave: the verb is known, not the name. */
    private static final Set<String> NAMES_BY_NUMBER = Set.of("smb");

    /** Fields are called by the number that they got when they were sent first: without that they cannot be known. */
    private static final Set<String> REFERS_BACK = Set.of("http2");

    /** The protocols that are looked for. */
    List<Protocol> all() {
        return Protocols.all();
    }

    /** Those of them that the contract is held against. */
    List<Protocol> held() {
        return all();
    }

    @TestFactory
    Stream<DynamicTest> aStreamInSingleBytesTellsTheSame() {
        return overTcp((protocol, spoken) -> {
            Line pieces = new Line(spoken, all());
            pieces.handshake();
            spoken.messages().forEach(pieces::inSingleBytes);
            pieces.finish();
            assertThat(pieces.told).as(spoken.toString()).isEqualTo(whole(spoken));
        });
    }

    @TestFactory
    Stream<DynamicTest> twoMessagesInOneSegmentTellTheSame() {
        return overTcp((protocol, spoken) -> {
            Line joined = new Line(spoken, all());
            joined.handshake();
            for (Spoken.Said both : inPairs(spoken.messages())) {
                joined.whole(both);
            }
            joined.finish();
            assertThat(joined.told).as(spoken.toString()).containsExactlyInAnyOrderElementsOf(whole(spoken));
        });
    }

    /** Neighbours in the same direction joined; order between directions is kept. */
    private static List<Spoken.Said> inPairs(List<Spoken.Said> messages) {
        List<Spoken.Said> joined = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Spoken.Said first = messages.get(i);
            if (i + 1 < messages.size() && messages.get(i + 1).way() == first.way()) {
                byte[] second = messages.get(++i).bytes();
                byte[] both = java.util.Arrays.copyOf(first.bytes(), first.bytes().length + second.length);
                System.arraycopy(second, 0, both, first.bytes().length, second.length);
                joined.add(new Spoken.Said(first.way(), both, first.time()));
            } else {
                joined.add(first);
            }
        }
        return joined;
    }

    @TestFactory
    Stream<DynamicTest> afterALostMessageTheRestIsRead() {
        return overTcp((protocol, spoken) -> {
            int lost = amongTellingOnes(spoken);
            if (lost < 0 || REFERS_BACK.contains(protocol.name())) {
                return;
            }
            Line gap = new Line(spoken, all());
            gap.handshake();
            for (int i = 0; i < spoken.messages().size(); i++) {
                if (i == lost) {
                    gap.unseen(spoken.messages().get(i));
                } else {
                    gap.whole(spoken.messages().get(i));
                }
            }
            gap.finish();
            List<String> wanted = operations(toldAfter(spoken, lost + GRACE));
            assertThat(Line.missing(wanted, operations(gap.told)))
                    .as("of " + wanted.size() + " observations after message " + lost + " of " + spoken + " is lost")
                    .hasSizeLessThanOrEqualTo(Math.max(mostInOne(spoken), wanted.size() / 20));
        });
    }

    @TestFactory
    Stream<DynamicTest> aStartInTheMiddleOfAMessageIsOvercome() {
        return overTcp((protocol, spoken) -> {
            int start = amongTellingOnes(spoken);
            if (start < 0 || REFERS_BACK.contains(protocol.name())) {
                return;
            }
            Line cut = new Line(spoken, all());
            Spoken.Said half = spoken.messages().get(start);
            cut.piece(half, half.bytes().length / 2, half.bytes().length);
            for (int i = start + 1; i < spoken.messages().size(); i++) {
                cut.whole(spoken.messages().get(i));
            }
            cut.finish();
            List<String> wanted = operations(toldAfter(spoken, start + GRACE));
            List<String> heard = operations(cut.told);
            if (NAMES_BY_NUMBER.contains(protocol.name())) {
                wanted = withoutTargets(wanted);
                heard = withoutTargets(heard);
            }
            assertThat(Line.missing(wanted, heard))
                    .as("of " + wanted.size() + " observations when it starts in message " + start + " of " + spoken)
                    .hasSizeLessThanOrEqualTo(Math.max(mostInOne(spoken), wanted.size() / 20));
        });
    }

    private static List<String> withoutTargets(List<String> operations) {
        return operations.stream()
                .map(told -> told.replaceAll("target=Target\\[[^\\]]*\\], qualifier=[^,]*", ""))
                .toList();
    }

    /**
     * A message in the midst of others that each tell something: not a part of a longer one, with which all of that is
     * lost. -1 where there is none.
     */
    private int amongTellingOnes(Spoken spoken) {
        Line line = new Line(spoken, all());
        line.handshake();
        int inARow = 0;
        for (int i = 0; i < spoken.messages().size(); i++) {
            int before = line.told.size();
            line.whole(spoken.messages().get(i));
            inARow = line.told.size() > before ? inARow + 1 : 0;
            if (inARow >= 6
                    && i >= spoken.messages().size() / 3
                    && i + GRACE < spoken.messages().size()) {
                return i - 3;
            }
        }
        return -1;
    }

    /** Operations that one message tells at most: as many are lost with the answer to a lost request. */
    private int mostInOne(Spoken spoken) {
        Line line = new Line(spoken, all());
        line.handshake();
        int most = 2;
        for (Spoken.Said said : spoken.messages()) {
            int before = line.told.size();
            line.whole(said);
            most = Math.max(
                    most,
                    operations(line.told.subList(before, line.told.size())).size());
        }
        return most;
    }

    /**
     * The operations, without what only the lost message could have told: the device behind an address, which may be
     * named in the opening alone, and the target of an answer, which its request names.
     */
    private static List<String> operations(List<String> told) {
        return told.stream()
                .filter(t -> t.startsWith("Operation["))
                .map(t -> t.replaceAll("unit=[^,\\]]*", "unit="))
                .map(t -> t.contains("phase=RESPONSE") ? t.replaceAll("target=.*?], ", "") : t)
                .toList();
    }

    /** What those who were there from the beginning are told from a message on. */
    private List<String> toldAfter(Spoken spoken, int message) {
        Line line = new Line(spoken, all());
        line.handshake();
        for (int i = 0; i < message; i++) {
            line.whole(spoken.messages().get(i));
        }
        int before = line.told.size();
        for (int i = message; i < spoken.messages().size(); i++) {
            line.whole(spoken.messages().get(i));
        }
        line.finish();
        return line.told.subList(before, line.told.size());
    }

    private List<String> whole(Spoken spoken) {
        Line line = new Line(spoken, all());
        line.handshake();
        spoken.messages().forEach(line::whole);
        line.finish();
        return line.told;
    }

    /** A check of one conversation. */
    interface Check {
        void on(Protocol protocol, Spoken spoken);
    }

    private Stream<DynamicTest> overTcp(Check check) {
        return held().stream()
                .map(protocol -> DynamicTest.dynamicTest(protocol.name(), () -> {
                    for (Spoken spoken : Material.among(all()).of(protocol)) {
                        if (spoken.transport() == Transport.TCP
                                && !spoken.messages().isEmpty()) {
                            check.on(protocol, shortened(spoken));
                        }
                    }
                }));
    }

    private static Spoken shortened(Spoken spoken) {
        List<Spoken.Said> few = new ArrayList<>();
        int bytes = 0;
        for (Spoken.Said said : spoken.messages()) {
            bytes += said.bytes().length;
            if (few.size() == MESSAGES || bytes > BYTES && !few.isEmpty()) {
                break;
            }
            few.add(said);
        }
        return new Spoken(spoken.protocol(), spoken.transport(), spoken.capture(), few);
    }
}
