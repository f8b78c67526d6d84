// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsRoot
class PrivilegesTest {

    private static final int NOBODY = 65534;

    /** A process of its own, for what is given up does not come back. */
    private static String child(String how) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrivilegesTest.class.getName(),
                        how))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    public static void main(String[] arguments) throws Exception {
        Thread old = new Thread(() -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        old.setDaemon(true);
        old.start();
        Privileges.Left left = arguments[0].equals("become") ? Privileges.become(NOBODY, NOBODY) : Privileges.drop();
        int[] inherited = new int[1];
        Thread young = new Thread(() -> inherited[0] = mine());
        young.start();
        young.join();
        System.out.println((left.able() == 0 ? "none" : "some") + " able, own " + mine() + ", young " + inherited[0]);
    }

    /** How many capabilities this thread may use. */
    private static int mine() {
        try {
            return java.nio.file.Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
                    .filter(line -> line.startsWith("CapPrm:"))
                    .mapToInt(line -> Long.bitCount(
                            Long.parseUnsignedLong(line.substring(8).strip(), 16)))
                    .sum();
        } catch (java.io.IOException e) {
            return -1;
        }
    }

    @Test
    void becoming_another_user_leaves_no_thread_with_a_capability() throws Exception {
        assertThat(child("become")).isEqualTo("none able, own 0, young 0");
    }

    @Test
    void dropping_reaches_this_thread_and_its_children_and_says_that_older_ones_keep_theirs() throws Exception {
        assertThat(child("drop")).isEqualTo("some able, own 0, young 0");
    }
}
