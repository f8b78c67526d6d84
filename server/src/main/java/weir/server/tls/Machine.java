// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.TreeSet;

/** By which names and addresses browsers reach this machine. */
public record Machine(TreeSet<String> names, TreeSet<String> addresses) {

    /** Names and addresses in one certificate: a machine with more has to be given one. */
    private static final int MOST = 100;

    public static Machine here() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> addresses = new TreeSet<>();
        names.add("localhost");
        try {
            InetAddress local = InetAddress.getLocalHost();
            name(names, local.getHostName());
            name(names, local.getCanonicalHostName());
        } catch (java.net.UnknownHostException unnamed) {
            // a machine without a name is reached by its addresses
        }
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InterfaceAddress address : one.getInterfaceAddresses()) {
                if (addresses.size() < MOST) {
                    addresses.add(address.getAddress().getHostAddress().replaceAll("%.*", ""));
                }
            }
        }
        return new Machine(names, addresses);
    }

    private static void name(TreeSet<String> names, String name) {
        if (name.matches("(?i)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*")
                && name.length() < 254
                && !name.matches("[0-9.]+")) {
            names.add(name.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
