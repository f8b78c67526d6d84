// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * PostgreSQL, version 3 of its protocol (PostgreSQL documentation, Frontend/Backend Protocol): see {@link Message}.
 *
 * <pre>
 * startup         name, NUL, value, NUL, ...: user, database, application_name; NUL
 * authentication  method u32, 0 for done | what it has
 * query           text, NUL
 * parse           statement, NUL | text, NUL | types
 * error, notice   letter of the field | text, NUL; ... NUL. C is the SQLSTATE
 * status          name, NUL, value, NUL
 * </pre>
 *
 * Of a query only the word that it begins with is told. Where the server agrees to TLS, what follows is read as TLS.
 */
public final class PostgreSql implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(5432));

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Message.likeness(in);
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
