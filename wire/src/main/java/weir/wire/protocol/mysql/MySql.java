// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * MySQL and MariaDB (MySQL Internals Manual, Client/Server Protocol): packets, see {@link Packet}.
 *
 * <pre>
 * greeting    10 | version, NUL | thread u32 | challenge, 8, NUL | capabilities u16 | charset u8 | status u16
 *             | capabilities u16, upper | length of the challenge u8 | 10 zeros | challenge | plugin, NUL
 * login       capabilities u32 | longest packet u32 | charset u8 | 23 zeros | user, NUL | proof, with its length
 *             | database, NUL | plugin, NUL | attributes, with their length
 * command     number u8 | what it has
 * answer      0x00 done, 0xff error, 0xfe other proof or end, 0xfb file wanted, else the number of columns
 * error       0xff | number u16 | "#" state, 5 | text
 * </pre>
 *
 * Of a query only the word that it begins with is told. After the wish for TLS all is read as TLS.
 */
public final class MySql implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(3306));

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Packet.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
