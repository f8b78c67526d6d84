// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between one database and another. */
interface Dialect {

    /** Where the store is, for people; without what is secret. */
    String where();

    /** The type of a column of octets. */
    String octets();

    /** How many looks go on at once. */
    int readers();

    /** A connection that changes, outside of any transaction. */
    Connection writer() throws SQLException;

    /** A connection on which each transaction sees one moment. */
    Connection reader() throws SQLException;

    /** The SQL that begins a transaction that changes; it waits until no other process changes the store. */
    String own();

    /** The SQL that begins a transaction that looks; "" where the first statement does. */
    String begin();

    /** Whether this says that there is no room. */
    boolean full(SQLException failure);

    /** How many octets of the result of a query are fetched at once is bounded by so many rows; 0 where it streams. */
    int fetch();
}
