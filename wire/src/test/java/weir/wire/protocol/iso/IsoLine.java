// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import java.util.HexFormat;
import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Told;
import weir.wire.protocol.mms.Mms;
import weir.wire.protocol.s7.S7comm;
import weir.wire.protocol.s7plus.S7commPlus;

/** A conversation on ISO transport made by hand: whole packets, or user data that is put into them. */
public final class IsoLine implements Protocol {

    private final IsoOnTcp protocol = new IsoOnTcp(new S7comm(), new Mms(), new S7commPlus());
    private final Dialogue dialogue = protocol.open();
    private final Told told = new Told(this);

    @Override
    public String name() {
        return protocol.name();
    }

    @Override
    public List<Carrier> carriers() {
        return protocol.carriers();
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return protocol.probe(in, over);
    }

    @Override
    public Dialogue open() {
        return dialogue;
    }

    /** A whole TPKT from the client. */
    IsoLine client(String hex) {
        told.asks(hex);
        return this;
    }

    /** A whole TPKT from the server. */
    IsoLine server(String hex) {
        told.answers(hex);
        return this;
    }

    /** User data from the client. */
    public IsoLine asks(String hex) {
        return client(data(hex));
    }

    /** User data from the server. */
    public IsoLine answers(String hex) {
        return server(data(hex));
    }

    /** User data in one data TPDU in a TPKT. */
    public static String data(String hex) {
        byte[] bytes = Told.bytes(hex);
        return "0300%04x 02f080 %s".formatted(bytes.length + 7, HexFormat.of().formatHex(bytes));
    }

    public Dialogue dialogue() {
        return dialogue;
    }

    public Direction direction(String hex) {
        return told.direction(data(hex), Direction.TO_SERVER);
    }

    int frame(String hex) {
        return told.frame(hex, Direction.TO_SERVER);
    }

    /** All that was told since the last time. */
    public List<String> lines() {
        return told.lines();
    }

    /** The same, where all of it is S7comm. */
    public List<String> s7comm() {
        return told.lines().stream().map(l -> l.replace("s7comm: ", "")).toList();
    }
}
