// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

class PostgresStoreTest extends StoreContract {
    PostgresStoreTest() {
        super(Ground.POSTGRES);
    }
}
