// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

/**
 * Windows events as XML, as {@code wevtutil qe /f:xml} and the event viewer save them: one or many {@code <Event>},
 * each on a line or over many.
 */
public final class WindowsXml implements RecordFeed {

    private static final String OPENING = "<Event ";
    private static final String CLOSING = "</Event>";
    private static final int LONGEST_EVENT = 1 << 18;

    private final StringBuilder open = new StringBuilder(); // at most LONGEST_EVENT
    private final EventXml reader = new EventXml();

    @Override
    public String name() {
        return WindowsEvent.NAME;
    }

    /** @param id the number of a Windows event; whether it becomes an event of a host, or a login */
    public static boolean tells(String id) {
        return WindowsMeaning.tells(id);
    }

    @Override
    public boolean knows(String line) {
        return !open.isEmpty()
                || line.contains(OPENING) && line.contains("schemas.microsoft.com/win/2004/08/events/event")
                || line.contains("<Events>");
    }

    @Override
    public boolean read(String line, Telling out) {
        boolean told = false;
        int at = 0;
        while (at < line.length()) {
            int start = open.isEmpty() ? line.indexOf(OPENING, at) : at;
            if (start < 0) {
                break;
            }
            int end = line.indexOf(CLOSING, start);
            int until = end < 0 ? line.length() : end + CLOSING.length();
            if (until - start + open.length() >= LONGEST_EVENT) {
                open.setLength(0);
                return Told.dropped(out, "too_long");
            }
            open.append(line, start, until);
            at = until;
            if (end >= 0) {
                told |= event(out);
            }
        }
        if (!open.isEmpty()) {
            open.append('\n');
        }
        return told || !open.isEmpty() || line.indexOf('<') >= 0;
    }

    private boolean event(Telling out) {
        String text = open.toString();
        open.setLength(0);
        WindowsEvent event = reader.read(text);
        return event == null ? Told.dropped(out, "no_xml") : event.tell(out);
    }
}
