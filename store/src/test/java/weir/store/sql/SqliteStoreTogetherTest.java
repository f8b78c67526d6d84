// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

class SqliteStoreTogetherTest extends StoreTogetherContract {
    SqliteStoreTogetherTest() {
        super(Ground.SQLITE);
    }
}
