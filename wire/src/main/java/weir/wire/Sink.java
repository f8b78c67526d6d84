// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Service;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;

/**
 * Where a decoder says what a message means. An operation is told in one sentence:
 *
 * <pre>{@code
 * Operation told = out.request(Function.READ_HOLDING_REGISTERS).unit("unit 3").range("holding_register", 100, 10).tell();
 * }</pre>
 *
 * One sink serves all conversations; it knows whose message is being read. Texts given to it come from constants, {@link
 * #text} or {@link Numbered}, so that what repeats allocates nothing.
 */
public final class Sink {

    private final Observer observer;
    private final Facts facts;
    private final boolean counting;
    private final boolean points;
    private final Sighting at;
    private final Names names = new Names();
    private final Map<Class<?>, Object> common = new HashMap<>();
    private final Repertoire repertoire = new Repertoire();
    private final Secrets secrets;
    private final RowListener rows;
    private final Contents contents;

    private String protocol = "";
    private Service service = NOTHING;
    private Phase phase = Phase.NOTICE;
    private String unit = "";
    private String space = "";
    private long first = -1;
    private long count;
    private String symbol = "";
    private String qualifier = "";
    private Outcome.Kind kind = Outcome.Kind.OPEN;
    private int code;
    private String label = "";

    private static final Service NOTHING = new Service.Unlisted("nothing", -1, weir.model.Verb.OTHER);

    /**
     * @param observer is told everything
     * @param at the sighting that is filled for each packet
     * @param options what is wanted
     */
    public Sink(Observer observer, Sighting at, SinkOptions options) {
        this.observer = observer;
        this.at = at;
        this.facts = options.facts();
        this.counting = options.counting();
        this.points = options.points();
        this.secrets = new Secrets(options.salt());
        this.rows = options.rows();
        this.contents = options.contents();
    }

    // whose message it is

    /** When, where, between whom. */
    public Sighting at() {
        return at;
    }

    /** Time of the packet that completes the message, nanoseconds since the epoch. */
    public long time() {
        return at.time();
    }

    /** The protocol that what follows belongs to, until the next message: for a protocol inside another. */
    public Sink speaking(String name) {
        protocol = name;
        return this;
    }

    public String protocol() {
        return protocol;
    }

    public Subject sender() {
        return repertoire.subject(at.source(), "");
    }

    /** A device behind the sender. */
    public Subject sender(String behind) {
        return repertoire.subject(at.source(), behind);
    }

    public Subject receiver(String behind) {
        return repertoire.subject(at.destination(), behind);
    }

    /** A device behind the side that serves. */
    public Subject server(String behind) {
        return repertoire.subject(at.server(), behind);
    }

    public Subject subject(Address address, String behind) {
        return repertoire.subject(address, behind);
    }

    /**
     * What the decoders of several conversations of this sensor know together, one for each kind: made when it is first
     * asked for, and as many as there are kinds.
     */
    public <T> T common(Class<T> kind, Supplier<T> maker) {
        Object known = common.get(kind);
        if (known == null) {
            known = maker.get();
            common.put(kind, known);
        }
        return kind.cast(known);
    }

    // texts

    /** The next {@code length} bytes as text, see {@link Names#read}. */
    public String text(Cursor in, int length) {
        return names.read(in, length);
    }

    // operations

    /** Begins to tell a request. */
    public Sink request(Service what) {
        return begin(what, Phase.REQUEST, Outcome.Kind.OPEN);
    }

    /** Begins to tell an answer; done unless {@link #refused} says otherwise. */
    public Sink response(Service what) {
        return begin(what, Phase.RESPONSE, Outcome.Kind.DONE);
    }

    public Sink notice(Service what) {
        return begin(what, Phase.NOTICE, Outcome.Kind.OPEN);
    }

    private Sink begin(Service what, Phase part, Outcome.Kind outcome) {
        service = what;
        phase = part;
        unit = "";
        space = "";
        first = -1;
        count = 0;
        symbol = "";
        qualifier = "";
        kind = outcome;
        code = 0;
        label = "";
        at.latency(-1);
        return this;
    }

    /** The device behind the address. */
    public Sink unit(String behind) {
        unit = behind;
        return this;
    }

    public Sink space(String objects) {
        space = objects;
        return this;
    }

    public Sink range(String objects, long from, long howMany) {
        space = objects;
        first = from;
        count = howMany;
        return this;
    }

    public Sink object(String objects, long number) {
        return range(objects, number, 1);
    }

    public Sink symbol(String name) {
        symbol = name;
        return this;
    }

    public Sink qualifier(String word) {
        qualifier = word;
        return this;
    }

    /** The same target (unit and objects) as another operation. */
    public Sink like(Operation other) {
        Target target = other.target();
        unit = target.unit();
        space = target.space();
        first = target.first();
        count = target.count();
        symbol = target.symbol();
        return this;
    }

    public Sink refused(int status, String word) {
        kind = Outcome.Kind.REFUSED;
        code = status;
        label = word;
        return this;
    }

    /** The request was seen at this time. */
    public Sink since(long asked) {
        at.latency(Math.max(0, at.time() - asked));
        return this;
    }

    /** Ends the sentence. */
    public Operation tell() {
        Operation told = repertoire.operation(
                protocol, service, phase, unit, space, first, count, symbol, qualifier, kind, code, label);
        observer.observe(at, told);
        at.latency(-1);
        return told;
    }

    // the other observations

    /** Tells who a device is; blank values are not told. */
    public void identity(Subject subject, Attribute attribute, String value, String source, int confidence) {
        if (!value.isBlank() && subject.address() != Address.NONE) {
            observer.observe(at, repertoire.identity(protocol, subject, attribute, value, source, confidence));
        }
    }

    /** Whether anybody wants process values; where not, a decoder need not read them. */
    public boolean wantsPoints() {
        return points;
    }

    /** Where the value is put before {@link #point} tells it. */
    public Reading reading() {
        return at.reading();
    }

    public void point(Subject subject, String objects, long index, String name, String type, PointValue.Origin origin) {
        if (points) {
            observer.observe(at, repertoire.point(protocol, subject, objects, index, name, type, origin));
        }
        at.reading().clear();
    }

    /** Tells that a message breaks the rules; {@code detail} is the number that breaks them. */
    public void violation(String name, long detail) {
        at.detail(detail);
        observer.observe(at, repertoire.violation(protocol, name));
        at.detail(0);
    }

    /** Tells of a file or block that moves and whose content is not seen; {@code bytes} is how much of it so far. */
    public void transfer(Subject holder, String what, String name, Transfer.Way way, Transfer.State state, long bytes) {
        at.detail(bytes);
        observer.observe(at, new Transfer(protocol, holder, what, name, way, state, ""));
        at.detail(0);
    }

    /** Begins a file or block whose content is seen, and tells so. */
    public Parcel parcel(Subject holder, String what, String name, Transfer.Way way) {
        Parcel parcel = new Parcel(protocol, holder, what, name, way, at.packet());
        observer.observe(at, parcel.told(Transfer.State.STARTED));
        return parcel;
    }

    /** The next {@code length} bytes are the next of the parcel. */
    public void part(Parcel parcel, Cursor in, int length) {
        int from = in.offset();
        in.skip(length);
        if (in.ok() && length > 0) {
            parcel.add(in.bytes(), from, length);
            contents.part(parcel, in.bytes(), from, length);
        }
    }

    /** The next {@code length} bytes belong to the parcel at {@code position}; what was there already is left out. */
    public void part(Parcel parcel, long position, Cursor in, int length) {
        int known = parcel.known(position, length);
        in.skip(known);
        part(parcel, in, length - known);
    }

    /** Tells how far a parcel has come; for long ones, now and then. */
    public void moving(Parcel parcel) {
        parcel(parcel, Transfer.State.MOVING);
    }

    public void complete(Parcel parcel) {
        parcel.end();
        contents.end(parcel);
        parcel(parcel, Transfer.State.COMPLETE);
    }

    /** It ended before it was complete. */
    public void broken(Parcel parcel) {
        parcel.missed();
        contents.end(parcel);
        parcel(parcel, Transfer.State.BROKEN);
    }

    private void parcel(Parcel parcel, Transfer.State state) {
        at.detail(parcel.bytes());
        observer.observe(at, parcel.told(state));
        at.detail(0);
    }

    /** Tells of somebody proving who they are; the secret never leaves here but as a {@link #hashed} text. */
    public void login(Subject subject, String user, String secret, Outcome outcome) {
        observer.observe(at, new Login(protocol, subject, user, secret, outcome));
    }

    /** The salted hash of a secret that stands in the clear in the next {@code length} bytes; "" for no bytes. */
    public String hashed(Cursor in, int length) {
        return secrets.hash(in, length);
    }

    // logs that others defined

    /** Whether anybody writes them; where not, a decoder makes no rows. */
    public boolean wantsRows() {
        return rows != RowListener.NOBODY;
    }

    public void row(Row row) {
        rows.row(at, row);
    }

    // fields as they stand on the wire

    /** Whether fields are counted; where not, {@code fact} does nothing. */
    public boolean counting() {
        return counting;
    }

    public void fact(String owner, String key, long value) {
        if (counting) {
            facts.fact(owner, key, Long.toString(value));
        }
    }

    /** @param digits hexadecimal digits, as tshark pads the field: {@code 0x000a} has 4 */
    public void factHex(String owner, String key, long value, int digits) {
        if (counting) {
            facts.fact(owner, key, String.format("0x%0" + digits + "x", value));
        }
    }

    public void fact(String owner, String key, String value) {
        if (counting) {
            facts.fact(owner, key, value);
        }
    }

    /** Tells something that is no protocol message. */
    public void observe(Observation what) {
        observer.observe(at, what);
    }
}
