// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

/**
 * Programs that let somebody far away sit at this computer, by what shows in a handshake: the name of a server of theirs,
 * or whose the certificate is that both sides of AnyDesk show.
 */
final class RemoteControl {

    private static final String[] DOMAINS = {".anydesk.com", ".teamviewer.com"};
    private static final String[] PROGRAMS = {"AnyDesk", "TeamViewer"};
    private static final String ANYDESK = "CN=AnyDesk Client";

    private RemoteControl() {}

    /** The program that asks for a server of this name; "" for any other name. */
    static String asking(String server) {
        for (int i = 0; i < DOMAINS.length; i++) {
            if (server.endsWith(DOMAINS[i])) {
                return PROGRAMS[i];
            }
        }
        return "";
    }

    /** The program that shows this certificate. */
    static String showing(String certificate) {
        return certificate.startsWith(ANYDESK) ? PROGRAMS[0] : "";
    }
}
