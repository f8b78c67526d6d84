// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** HTTP and SSDP as they stand on the wire. */
final class HttpTest {

    private final Told told = new Told(new Http());

    /** Lines as octets, each ended by CR LF. */
    private static String lines(String... lines) {
        return hex(String.join("\r\n", lines) + "\r\n");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRequestTellsPathHostAndClientAndItsAnswerTheServer() {
        told.asks(lines(
                        "GET http://plc.plant/state.cgi?key=secret HTTP/1.1",
                        "host:plc.plant",
                        "User-Agent: curl/8",
                        ""))
                .answers(lines("HTTP/1.1 404 Not Found", "SERVER:  GoAhead/2.5  ", "Content-Length: 0", ""));
        assertThat(told.lines())
                .containsExactly(
                        "request get /state.cgi (plc.plant)",
                        "identity client software = curl/8",
                        "response get /state.cgi (plc.plant) refused 404 not_found +1ms",
                        "identity server software = GoAhead/2.5");
        assertThat(told.facts())
                .containsExactly("http method=GET", "http ua=curl/8", "http status=404", "http server=GoAhead/2.5");
    }

    @Test
    void aPasswordInTheClearIsToldOnceAndNeverItself() {
        String request = lines("GET / HTTP/1.1", "Authorization: Basic YWRtaW46c2VjcmV0", ""); // admin:secret
        told.asks(request).asks(request);
        assertThat(told.lines())
                .filteredOn(line -> line.startsWith("login"))
                .singleElement()
                .asString()
                .matches("login server user admin secret h:[0-9a-f]{16}");
    }

    /** SHA-256 of "abc" (FIPS 180-4, appendix B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void contentIsHashedWhereverItIsCut() {
        told.asks(lines("PUT /app HTTP/1.1", "Content-Length: 3", ""));
        assertThat(told.frame(hex("a"), Direction.TO_SERVER)).isEqualTo(1);
        told.lines();
        told.asks(hex("a")).asks(hex("bc"));
        assertThat(told.lines()).containsExactly("transfer server content /app into_device complete 3");
        assertThat(told.hashes()).containsExactly(ABC);
        assertThat(told.frame(lines("GET / HTTP/1.1", ""), Direction.TO_SERVER)).isEqualTo(18);
    }

    @Test
    void chunksAreOneContent() {
        told.asks(lines("GET /app HTTP/1.1", ""));
        told.answers(lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""));
        assertThat(told.frame(hex("2;x=y\r\nab\r\n"), Direction.TO_CLIENT)).isEqualTo(7);
        told.answers(hex("2;x=y\r\n")).answers(hex("ab\r\n"));
        told.answers(hex("1\r\n")).answers(hex("c\r")).answers(hex("\n"));
        assertThat(told.frame(hex("0\r\nTrailer: x\r\n"), Direction.TO_CLIENT)).isEqualTo(Dialogue.MORE);
        told.lines();
        assertThat(told.answers(hex("0\r\n\r\n")).lines())
                .containsExactly("transfer server content /app out_of_device complete 3");
        assertThat(told.hashes()).containsExactly(ABC);
        assertThat(told.frame(lines("HTTP/1.1 200 OK", ""), Direction.TO_CLIENT))
                .isEqualTo(19);
    }

    @Test
    void contentOfWhichSomeIsLostIsBrokenOff() {
        told.asks(lines("PUT /app HTTP/1.1", "Content-Length: 3000", "")).asks(hex("a"));
        told.lost(Direction.TO_SERVER).lines();
        assertThat(told.asks(lines("GET / HTTP/1.1", "")).lines())
                .containsExactly("transfer server content /app into_device broken 1", "request get /");
    }

    @Test
    void aHugeBodyIsPassedOverByItsLength() {
        told.asks(lines("POST /config HTTP/1.1", "Content-Length: 70000000", ""));
        assertThat(Dialogue.skipped(told.frame(hex("GET /no HTTP/1.1\r\n\r\n"), Direction.TO_SERVER)))
                .isEqualTo(70_000_000);
        assertThat(told.frame(lines("GET / HTTP/1.1", ""), Direction.TO_SERVER)).isEqualTo(18);
    }

    @Test
    void anErrorIsNoContent() {
        told.answers(lines("HTTP/1.1 404 Not Found", "Transfer-Encoding: chunked", ""));
        assertThat(Dialogue.skipped(told.frame(hex("1a;x=y\r\nabc"), Direction.TO_CLIENT)))
                .isEqualTo(8 + 26 + 2);
        told.lines();
        assertThat(told.answers(hex("0\r\n\r\n")).lines()).isEmpty();
    }

    @Test
    void anAnswerToHeadHasNoBodyWhateverItSays() {
        told.asks(lines("HEAD / HTTP/1.1", "")).answers(lines("HTTP/1.1 200 OK", "Content-Length: 500", ""));
        assertThat(told.frame(hex("HTTP/1.1 200 OK\r\n\r\n"), Direction.TO_CLIENT))
                .isEqualTo(19);
    }

    @Test
    void anAnswerWithoutLengthGoesOnUntilTheEndAndAnUpgradeIsNoLongerHttp() {
        told.answers(lines("HTTP/1.0 200 OK", ""));
        assertThat(told.frame("00", Direction.TO_CLIENT)).isEqualTo(1);
        Told upgraded = new Told(new Http());
        upgraded.answers(lines("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", ""));
        assertThat(upgraded.frame("00", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    @Test
    void aCutHeadTellsNothing() {
        told.asks(lines("GET / HTTP/1.1", "Host: plc"));
        assertThat(told.lines()).containsExactly("violation truncated 27");
    }

    @Test
    void onlyAKnownMethodAndVersionAreBelieved() {
        assertThat(probe("GET / HTTP/1.1\r\n")).isEqualTo(Likeness.SURE);
        assertThat(probe("GET / HT")).isEqualTo(Likeness.MORE);
        assertThat(probe("GET /")).isEqualTo(Likeness.MORE);
        assertThat(probe("HTTP/1.1 200 OK\r\n")).isEqualTo(Likeness.SURE);
        assertThat(probe("OPTIONS rtsp://camera RTSP/1.0\r\n")).isEqualTo(Likeness.NO);
        assertThat(probe("PRI * HTTP/2.0\r\n")).isEqualTo(Likeness.NO);
    }

    private static Likeness probe(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Http().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }

    @Test
    void aDeviceAnnouncesItselfWithItsSoftware() {
        Told device = new Told(new Ssdp());
        device.answers(lines("NOTIFY * HTTP/1.1 ", "NT: upnp:rootdevice", "NTS: ssdp:alive", "SERVER: UPnP/1.0", ""));
        assertThat(device.lines())
                .containsExactly("notice notify upnp:rootdevice (ssdp:alive)", "identity server software = UPnP/1.0");
        device.asks(lines("M-SEARCH * HTTP/1.1", "ST: ssdp:all", ""));
        assertThat(device.lines()).containsExactly("request m_search ssdp:all");
    }
}
