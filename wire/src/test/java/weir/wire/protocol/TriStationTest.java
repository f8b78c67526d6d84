// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.tristation.TriStation;

/** Datagrams of the capture that Nozomi Networks made of TRITON: kind, channel, length, command, check. */
class TriStationTest {

    private final TriStation protocol = new TriStation();
    private final Told told = new Told(protocol);

    @Test
    void aSessionIsOpenedAndClosed() {
        told.asks("0100 0000 01fc")
                .answers("0200 0000 01b8")
                .asks("0400 0000 0130")
                .answers("0300 0000 0044");

        assertThat(told.lines())
                .containsExactly(
                        "request connect", "response connect +1ms", "request disconnect", "response disconnect +1ms");
    }

    /** Program 3, 5 words, the last but one the check of the code before it, mixed as TRITON does. */
    @Test
    void theProgramOfTritonIsTakenApartAndRecognised() {
        told.asks("0500 2800 0000 37be 0000 7309 2800 0300 0100 0500 0000 0500"
                        + "ffff6038 02000044 2000804e dfa1288d dc4e57a0 49f9")
                .answers("0500 0a00 0101 99be 0000 6d01 0a00 9d89");

        assertThat(told.lines())
                .containsExactly(
                        "request allocate_program program 3",
                        "transfer server program 3 into_device started 0",
                        "violation triton_signature 3",
                        "transfer server program 3 into_device complete 20",
                        "response allocate_program program 3 +1ms");
    }

    @Test
    void whyTheControllerWillNotRunIsNamed() {
        told.asks("0500 0a00 0000 14c0 0000 e800 0a00 eeee").answers("0500 0c00 0101 64c0 0000 0902 0c00 cb00 0937");

        assertThat(told.lines())
                .containsExactly(
                        "request run_program", "response run_program refused 203 control_program_not_halted +1ms");
    }

    @Test
    void aWrongCheckAndACutDatagramTellNothingElse() {
        told.asks("0500 0a00 0000 14c0 0000 e800 0a00 eeef").asks("0500 0a00 0000 14c0 0000");

        assertThat(told.lines()).containsExactly("violation bad_checksum 16", "violation length_mismatch 10");
    }

    @Test
    void itIsRecognisedByLengthAndCheckAndTellsItsDirection() {
        assertThat(probe("0500 0a00 0000 14c0 0000 e800 0a00 eeee")).isEqualTo(Likeness.SURE);
        assertThat(probe("0500 0a00 0000 14c0 0000 e800 0a00 eeef")).isEqualTo(Likeness.NO);
        assertThat(told.direction("0500 0a00 0101 99be 0000 6d01 0a00 9d89", Direction.TO_SERVER))
                .isEqualTo(Direction.TO_CLIENT);
    }

    private Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return protocol.probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP);
    }
}
