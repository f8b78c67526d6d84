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
                || (line.contains(OPENING) && line.contains("schemas.microsoft.com/win/2004/08/events/event"))
                || line.contains("<Events>");
    }

    @Override
    public boolean read(String line, Telling out) {
        boolean told = false;
        boolean part = !open.isEmpty();
        int at = 0;
        while (at < line.length()) {
            int start = start(line, at, out);
            if (start < 0) {
                break;
            }
            part = true;
            int end = line.indexOf(CLOSING, start);
            int until = end < 0 ? line.length() : end + CLOSING.length();
            if (until - start + open.length() >= LONGEST_EVENT) {
                forget();
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
        return part ? told || !open.isEmpty() : Told.dropped(out, "no_event");
    }

    /** Where an event begins or goes on; one that begins within another shows that the other was cut. */
    private int start(String line, int at, Telling out) {
        int opening = line.indexOf(OPENING, at);
        if (open.isEmpty()) {
            return opening;
        }
        int closing = line.indexOf(CLOSING, at);
        if (opening < 0 || (closing >= 0 && closing < opening)) {
            return at;
        }
        end(out);
        return opening;
    }

    @Override
    public void end(Telling out) {
        if (!open.isEmpty()) {
            forget();
            out.dropped("cut_event");
        }
    }

    private boolean event(Telling out) {
        String text = open.toString();
        forget();
        WindowsEvent event = reader.read(text);
        boolean told = event == null ? Told.dropped(out, "no_xml") : event.tell(out);
        reader.forget();
        return told;
    }

    /** Gives the room back too, for many sources wait with a reader each. */
    private void forget() {
        open.setLength(0);
        open.trimToSize();
    }
}
