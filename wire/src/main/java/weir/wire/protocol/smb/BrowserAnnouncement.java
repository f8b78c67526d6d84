// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * What a computer says of itself so that others find it (MS-BRWS 2.2.1, 2.2.6):
 *
 * <pre>
 * command 1 | changes 1 | period 4 | name 16 | system: major 1, minor 1 | what it serves 4 | browser 2, 2 | comment
 * </pre>
 */
final class BrowserAnnouncement {

    private static final int HOST = 1;
    private static final int DOMAIN = 12;
    private static final int LOCAL_MASTER = 15;
    private static final int NAME = 16;
    private static final String SOURCE = "Host Announcement";

    private final Phrase phrase = new Phrase();

    /** @param in the data of a message to the mail slot */
    void read(String slot, Cursor in, Sink out) {
        if (!in.ok()) {
            return;
        }
        int command = in.left() > 0 ? in.u8() : 0;
        boolean browser = slot.regionMatches(true, 0, "\\MAILSLOT\\BROWSE", 0, 16);
        boolean announces = browser && (command == HOST || command == LOCAL_MASTER || command == DOMAIN);
        String name = "";
        if (announces) {
            in.skip(5);
            name = out.text(in, NAME);
        }
        if (announces && command != DOMAIN) {
            phrase.begin().add("Windows ").decimal(in.u8()).add('.').decimal(in.u8());
            String system = phrase.take(out);
            in.skip(8);
            String comment = out.text(in, in.left());
            if (in.ok()) {
                out.identity(out.sender(), Attribute.NAME, name, SOURCE, 5);
                out.identity(out.sender(), Attribute.SYSTEM, system, SOURCE, 4);
                out.identity(out.sender(), Attribute.DESCRIPTION, comment, SOURCE, 4);
            }
        }
        if (in.ok()) {
            out.notice(SmbService.ANNOUNCEMENT)
                    .space(slot)
                    .symbol(name)
                    .qualifier(word(browser, command))
                    .tell();
        }
    }

    private static String word(boolean browser, int command) {
        if (!browser) {
            return "";
        }
        return switch (command) {
            case HOST -> "host";
            case 2 -> "request";
            case 8 -> "election";
            case 9 -> "backup_list_request";
            case 10 -> "backup_list";
            case 11 -> "become_backup";
            case DOMAIN -> "domain";
            case 13 -> "master";
            case 14 -> "reset";
            case LOCAL_MASTER -> "local_master";
            default -> "";
        };
    }
}
