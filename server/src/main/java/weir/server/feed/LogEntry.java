// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.HashSet;
import java.util.Set;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Outcome;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Transport;

/**
 * The line being read: when it was written, between whom, and what it says. A line without a time has that of the line
 * before it.
 */
public final class LogEntry {

    /** Names of devices that are told once only; after so many they are told again. */
    private static final int MOST_NAMED = 1 << 14;

    private final Observer observer;
    private final LogCount count;
    private final Sighting at = new Sighting();
    private final Set<Identity> named = new HashSet<>();
    private long time;

    public LogEntry(String sensor, Observer observer, LogCount count) {
        this.observer = observer;
        this.count = count;
        at.sensor(sensor);
    }

    /** @param number of the line, or the record */
    void begin(long number) {
        count.line();
        at.packet(number, time).conversation(0, true);
        at.between(Transport.IP, Address.NONE, 0, Address.NONE, 0);
    }

    /** Another one writes this line. */
    LogEntry sensor(String name) {
        at.sensor(name);
        return this;
    }

    /** The line says its own number, which finds it again. */
    LogEntry number(long number) {
        at.packet(number, time);
        return this;
    }

    /** @param nanoseconds since the epoch, or {@link LogTimes#NONE} */
    LogEntry time(long nanoseconds) {
        if (nanoseconds != LogTimes.NONE) {
            time = nanoseconds;
            at.packet(at.packet(), nanoseconds);
        }
        return this;
    }

    long time() {
        return time;
    }

    LogEntry between(Ends ends) {
        at.between(ends.transport(), ends.source(), ends.sourcePort(), ends.destination(), ends.destinationPort());
        return this;
    }

    void login(String feed, String host, String user, Outcome outcome) {
        tell(new Login(feed, device(host), Texts.name(user), "", outcome));
    }

    /** @param why in the words of the feed */
    static Outcome refused(String why) {
        return new Outcome(Outcome.Kind.REFUSED, 0, Texts.name(why));
    }

    void alert(String feed, String rule, String text, Severity severity, String host) {
        tell(new Alert(feed, Texts.name(rule), Texts.kept(text, Texts.LONG), severity, Texts.name(host)));
    }

    void event(String feed, HostEvent.Kind kind, String host, String account, String object) {
        tell(new HostEvent(feed, kind, Texts.name(host), Texts.name(account), Texts.kept(object, Texts.LONG)));
    }

    void ruling(String feed, boolean allowed, String rule) {
        tell(new Ruling(feed, allowed, Texts.name(rule)));
    }

    /** A flow of which only the log tells: all of it when it ended. */
    void contact(String protocol, Contact.State state, Carried carried, long duration) {
        long from = state == Contact.State.CLOSED ? time - Math.min(duration, time) : time;
        tell(new Contact(
                state,
                at.transport(),
                Texts.name(protocol),
                Grade.WHOLE,
                carried.packetsOut(),
                carried.bytesOut(),
                carried.packetsBack(),
                carried.bytesBack(),
                from,
                time,
                at.packet(),
                at.packet()));
    }

    /** @param bytes its size; 0 where it is not told */
    void transfer(
            String feed,
            Subject holder,
            String name,
            Transfer.Way way,
            Transfer.State state,
            String sha256,
            long bytes) {
        at.detail(bytes);
        tell(new Transfer(feed, holder, "file", Texts.kept(name, Texts.LONG), way, state, Texts.name(sha256)));
        at.detail(0);
    }

    /** The feed says which name belongs to an address. */
    void named(String feed, Address address, String name) {
        known(feed, address, Attribute.NAME, name, 4);
    }

    /** False where it is nothing to know, or is known. */
    boolean known(String feed, Address address, Attribute attribute, String value, int confidence) {
        String kept = Texts.name(value);
        if (!address.isUnicast() || kept.isEmpty() || (address.isPrivate() && kept.equals("localhost"))) {
            return false;
        }
        Identity identity = new Identity(feed, new Subject(address, ""), attribute, kept, "log", confidence);
        if (named.size() >= MOST_NAMED) {
            named.clear();
        }
        boolean isNew = named.add(identity);
        if (isNew) {
            tell(identity);
        }
        return isNew;
    }

    void tell(Observation what) {
        count.told(what);
        observer.observe(at, what);
    }

    /** Tells what another reader made of the line. */
    public void relay(Sighting as, Observation what) {
        time(as.time());
        at.between(as.transport(), as.source(), as.sourcePort(), as.destination(), as.destinationPort());
        at.detail(as.detail());
        tell(what);
        at.detail(0);
    }

    /** Number of the line. */
    public long line() {
        return at.packet();
    }

    /** @param name what of the line was not understood */
    public void notUnderstood(String name) {
        count.strange(name);
    }

    /** The line was understood, and says nothing that could be told. */
    void nothing() {
        count.strange("nothing to tell");
    }

    /** @param name the format, and what of it was not understood */
    void strange(String name) {
        count.strange(name);
    }

    /** A device by its address, or by the name that stands in its place. */
    static Subject device(String host) {
        Address address = Address.parse(host);
        return new Subject(address, address.equals(Address.NONE) ? Texts.name(host) : "");
    }

    /** What a flow carried, as far as it is told. */
    record Carried(long packetsOut, long bytesOut, long packetsBack, long bytesBack) {
        static final Carried NOTHING = new Carried(0, 0, 0, 0);
    }
}
