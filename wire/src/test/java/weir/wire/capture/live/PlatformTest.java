// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void a_machine_that_cannot_listen_says_so() {
        assertThatThrownBy(() -> Platform.check("Mac OS X", "aarch64"))
                .isInstanceOf(CannotListen.class)
                .hasMessageContainingAll("Linux", "Mac OS X", "tcpdump");
        assertThatThrownBy(() -> Platform.check("Linux", "s390x")).hasMessageContaining("s390x");
        assertThatCode(() -> Platform.check("Linux", "amd64")).doesNotThrowAnyException();
    }
}
