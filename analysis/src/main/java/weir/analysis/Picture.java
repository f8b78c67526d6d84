// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.analysis.conversation.Account;
import weir.analysis.conversation.Ledger;
import weir.analysis.inventory.Census;
import weir.analysis.inventory.Inventory;
import weir.analysis.inventory.Vendors;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Alert;
import weir.model.Asset;
import weir.model.Contact;
import weir.model.Conversation;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Plant;
import weir.model.PointValue;
import weir.model.Ruling;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Violation;

/**
 * The picture of the plant, as a fold: each observation changes it a little, and nothing else does. It can be written
 * down between any two observations, read back, and goes on as if nothing had happened.
 */
public final class Picture implements Observer {

    /** Changes with every change of the written form. */
    private static final int VERSION = 2;

    private static final long MAGIC = 0x57454952; // "WEIR"

    private final Inventory inventory;
    private final Ledger ledger;
    private final Map<String, Long> losses = new TreeMap<>();
    private long observations;
    private long packets;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public Picture() {
        this(new Inventory(), new Ledger());
    }

    private Picture(Inventory inventory, Ledger ledger) {
        this.inventory = inventory;
        this.ledger = ledger;
    }

    @Override
    public void observe(Sighting at, Observation what) {
        observations++;
        packets = at.packet();
        first = Math.min(first, at.time());
        last = Math.max(last, at.time());
        switch (what) {
            case Operation operation -> ledger.operation(at, operation);
            case Identity identity -> inventory.identity(at, identity);
            case Contact contact -> {
                inventory.contact(at, contact);
                ledger.contact(at, contact);
            }
            case Violation violation -> violation(at, violation);
            case Login login -> ledger.login(at, login);
            case Transfer transfer -> ledger.transfer(at, transfer);
            case Loss loss -> {
                losses.merge(loss.unit() + "\t" + loss.name(), at.detail(), Long::sum);
                ledger.loss(at, loss);
            }
            case PointValue _, Alert _, HostEvent _, Ruling _ -> {}
        }
    }

    private void violation(Sighting at, Violation violation) {
        if (at.conversation() > 0) {
            ledger.violation(at, violation);
        } else {
            losses.merge("packets\tmalformed_" + violation.name(), 1L, Long::sum);
        }
    }

    /** How many observations it was made of: where to go on after it was read back. */
    public long observations() {
        return observations;
    }

    /** The picture as it is now. */
    public Plant plant(Vendors vendors) {
        Census census = new Census(inventory, vendors);
        List<Conversation> conversations = new Account(ledger, census).conversations();
        List<Asset> assets = census.assets();
        Map<String, Long> missing = new TreeMap<>(losses);
        if (inventory.turnedAway() > 0) {
            missing.put("addresses\tinventory_full", inventory.turnedAway());
        }
        if (ledger.turnedAway() > 0) {
            missing.put("flows\tledger_full", ledger.turnedAway());
        }
        List<Plant.Missing> unseen = missing.entrySet().stream()
                .map(m -> new Plant.Missing(
                        m.getKey().substring(m.getKey().indexOf('\t') + 1),
                        m.getKey().substring(0, m.getKey().indexOf('\t')),
                        m.getValue()))
                .toList();
        boolean empty = observations == 0;
        return new Plant(assets, conversations, unseen, observations, packets, empty ? 0 : first, empty ? 0 : last);
    }

    /** Writes it down. */
    public void save(OutputStream to) throws IOException {
        StateWriter out = new StateWriter(to);
        out.number(MAGIC);
        out.number(VERSION);
        out.number(observations);
        out.number(packets);
        out.number(first);
        out.number(last);
        out.number(losses.size());
        for (Map.Entry<String, Long> loss : losses.entrySet()) {
            out.text(loss.getKey());
            out.number(loss.getValue());
        }
        inventory.save(out);
        ledger.save(out);
        out.flush();
    }

    /** Reads back what {@link #save} wrote; a form of another version gives an error that says so. */
    public static Picture load(InputStream from) throws IOException {
        StateReader in = new StateReader(from);
        if (in.number() != MAGIC) {
            throw new IOException("state file: byte 0: this is no state of Weir; give another file or none");
        }
        long version = in.number();
        if (version != VERSION) {
            throw new IOException("state file: version " + version + ", this Weir reads version " + VERSION
                    + "; delete the file to start afresh");
        }
        long observations = in.number();
        long packets = in.number();
        long first = in.number();
        long last = in.number();
        Map<String, Long> losses = new TreeMap<>();
        for (int i = in.count(); i > 0; i--) {
            losses.put(in.text(), in.number());
        }
        Picture picture = new Picture(Inventory.load(in), Ledger.load(in));
        picture.observations = observations;
        picture.packets = packets;
        picture.first = first;
        picture.last = last;
        picture.losses.putAll(losses);
        return picture;
    }
}
