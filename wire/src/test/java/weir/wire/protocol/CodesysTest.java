// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.codesys.Codesys;

/** Services by hand, in a datagram in a block. */
class CodesysTest {

    private static final String DATAGRAM = "c5 6b 40 40 00 33 2ddc0a000064 2ddc0a00000a 0000";

    private final Told told = new Told(new Codesys());

    @Test
    void aLoginIsRefused() {
        told.asks(service(true, "0100 0200", "81 01 0c 10 05 61646d696e 11 03 787878"));
        told.answers(service(false, "8100 0200", "82 01 04 20 02 1900"));

        assertThat(told.lines())
                .map(line -> line.replaceAll("h:[0-9a-f]{16}", "hashed"))
                .containsExactly(
                        "request device_login admin",
                        "login server user admin secret hashed",
                        "response device_login admin refused 25 no_access_rights +1ms",
                        "login server user admin secret hashed refused 25 no_access_rights");
    }

    @Test
    void anApplicationIsStoppedAndNewCodeIsLoaded() {
        told.asks(service(true, "0200 1100", "10 04 01000000"));
        told.answers(service(false, "8200 1100", "01 02 0000"));
        told.asks(service(true, "0200 0500", "81 01 06 01 04 41707031 03 02 beef"));

        assertThat(told.lines())
                .containsExactly(
                        "request app_stop",
                        "response app_stop +1ms",
                        "request app_download App1",
                        "transfer server application App1 into_device started 0",
                        "transfer server application App1 into_device complete 13");
    }

    @Test
    void aLengthMayBeLongerThanItMust() {
        told.asks(service(true, "0800 0e00", "01 84 80 00 612e7478"));

        assertThat(told.lines()).containsExactly("request file_delete a.tx");
    }

    @Test
    void aBlockEndsWhereItSaysAndBeginsWithItsMagic() {
        String block = service(true, "0200 1100", "10 04 01000000");

        assertThat(told.frame(block, Direction.TO_SERVER)).isEqualTo(Told.bytes(block).length);
        assertThat(told.frame("0001 17e9 40000000 c5", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.direction(service(false, "8200 1100", ""), Direction.TO_SERVER))
                .isEqualTo(Direction.TO_CLIENT);
    }

    /** @param header group and command, as they stand on the wire */
    private static String service(boolean asks, String header, String tags) {
        byte[] content = Told.bytes(tags);
        String message = "55cd 1000 " + header + "51000000" + little(content.length) + "00000000" + tags;
        byte[] octets = Told.bytes(message);
        CRC32 check = new CRC32();
        check.update(octets);
        String piece = DATAGRAM + "01" + (asks ? "81" : "01") + "3412 01000000 00000000" + little(octets.length)
                + little((int) check.getValue()) + HexFormat.of().formatHex(octets);
        return "000117e8" + little(8 + Told.bytes(piece).length) + piece;
    }

    private static String little(int number) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(number));
    }
}
