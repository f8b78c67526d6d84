// SPDX-License-Identifier: Apache-2.0
package weir.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    /** RFC 5952 section 4: shortest form, the first of the longest runs of zeros, lower case. */
    @ParameterizedTest
    @CsvSource({
        "fe80:0:0:0:0:0:0:1, fe80::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::"
    })
    void ipv6IsWrittenInItsShortestForm(String longForm, String shortForm) {
        assertThat(Address.parse(longForm).toString()).isEqualTo(shortForm);
    }

    @Test
    void everyAddressSurvivesBeingWrittenAndRead() throws UnknownHostException {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long mask = -1L >>> random.nextInt(64);
            long high = random.nextLong() & (random.nextBoolean() ? mask & 0xffff_0000_ffffL : -1);
            long low = random.nextLong() & (random.nextBoolean() ? 0xffff : -1);
            Address ipv6 = Address.ipv6(high, low);
            assertThat(Address.parse(ipv6.toString())).isEqualTo(ipv6);
            byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
            InetAddress java = InetAddress.getByName(ipv6.toString());
            if (java.getAddress().length == 16) {
                assertThat(java.getAddress()).isEqualTo(bytes);
            }
            assertThat(Address.parse(Address.ipv4(low).toString())).isEqualTo(Address.ipv4(low));
            assertThat(Address.parse(Address.mac(low).toString())).isEqualTo(Address.mac(low));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "1.2.3.4.5",
                "x",
                ":::",
                "1::2::3",
                "12345::",
                "00:11:22:33:44",
                "zz:11:22:33:44:55"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.parse(text)).isEqualTo(Address.NONE);
    }

    @Test
    void groupsAreNoDevices() {
        assertThat(Address.parse("224.0.0.1").isUnicast()).isFalse();
        assertThat(Address.parse("10.0.0.255").isUnicast()).isFalse();
        assertThat(Address.parse("ff02::1").isUnicast()).isFalse();
        assertThat(Address.parse("01:80:c2:00:00:0e").isUnicast()).isFalse();
        assertThat(Address.parse("00:0e:8c:00:00:01").isUnicast()).isTrue();
        assertThat(Address.parse("10.0.0.1").isUnicast()).isTrue();
    }

    @Test
    void privateAddressesAreToldFromPublicOnes() {
        assertThat(Address.parse("172.31.0.1").isPrivate()).isTrue();
        assertThat(Address.parse("172.32.0.1").isPrivate()).isFalse();
        assertThat(Address.parse("192.168.1.1").isPrivate()).isTrue();
        assertThat(Address.parse("8.8.8.8").isPrivate()).isFalse();
        assertThat(Address.parse("fe80::1").isPrivate()).isTrue();
        assertThat(Address.parse("fd00::1").isPrivate()).isTrue();
        assertThat(Address.parse("2001:db8::1").isPrivate()).isFalse();
    }
}
