// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Cursor;

class CertifiedHostTest {

    /** Version, serial, algorithm, issuer and validity, all but empty. */
    private static final String BEFORE = "a003020102" + "020101" + "3000" + "3000" + "3000";

    /** Subject with the common name b.c, and a key. */
    private static final String SUBJECT = "300e310c300a0603550403" + "0c03622e63" + "3000";

    /** Extension of alternative names: *.plant, x.y. */
    private static final String NAMES = "a31a3018301606" + "03551d11040f300d" + "82072a2e706c616e74" + "8202" + "7879";

    private final CertifiedHost host = new CertifiedHost();

    @Test
    void theCommonNameCountsWhereThereIsNoOther() {
        assertThat(is(BEFORE + SUBJECT, "B.c")).isTrue();
        assertThat(is(BEFORE + SUBJECT, "b.d")).isFalse();
    }

    @Test
    void aStarIsOneLabel() {
        assertThat(is(BEFORE + SUBJECT + NAMES, "plc.plant")).isTrue();
        assertThat(is(BEFORE + SUBJECT + NAMES, "a.plc.plant")).isFalse();
        assertThat(is(BEFORE + SUBJECT + NAMES, "xy")).isTrue();
    }

    @Test
    void theCommonNameDoesNotCountBesideAlternativeNames() {
        assertThat(is(BEFORE + SUBJECT + NAMES, "b.c")).isFalse();
    }

    @Test
    void aCutCertificateIsOfNobody() {
        byte[] whole = certificate(BEFORE + SUBJECT + NAMES);
        for (int length = 0; length < whole.length; length++) {
            assertThat(host.is(new Cursor().wrap(whole, 0, length), "plc.plant"))
                    .isFalse();
        }
    }

    private boolean is(String fields, String name) {
        byte[] whole = certificate(fields);
        return host.is(new Cursor().wrap(whole, 0, whole.length), name);
    }

    private static byte[] certificate(String fields) {
        String inner = String.format("30%02x%s", fields.length() / 2, fields);
        return HexFormat.of().parseHex(String.format("30%02x%s", inner.length() / 2, inner));
    }
}
