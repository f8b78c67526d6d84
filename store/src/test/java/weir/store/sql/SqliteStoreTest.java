// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

class SqliteStoreTest extends StoreContract {
    SqliteStoreTest() {
        super(Ground.SQLITE);
    }
}
