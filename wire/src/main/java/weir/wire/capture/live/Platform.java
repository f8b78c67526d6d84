// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The machine that is listened on: whether it is one that is known, and which interfaces it has. */
public final class Platform {

    private static final List<String> MACHINES = List.of("amd64", "aarch64");

    private Platform() {}

    /** Nothing where this machine can listen; where it cannot, says why. */
    public static void check() throws CannotListen {
        check(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void check(String system, String machine) throws CannotListen {
        if (!system.equals("Linux") || !MACHINES.contains(machine)) {
            throw new CannotListen("listening needs Linux on x86-64 or aarch64, and this is " + system + " on "
                    + machine + "; capture with tcpdump or Wireshark here, and give the file");
        }
    }

    /** The names of the interfaces in the network namespace of this thread, in the order of the kernel. */
    public static List<String> interfaces() {
        List<String> names = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/thread-self/net/dev"))) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    names.add(line.substring(0, colon).strip());
                }
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return names;
    }
}
