// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

class PostgresStoreTogetherTest extends StoreTogetherContract {
    PostgresStoreTogetherTest() {
        super(Ground.POSTGRES);
    }
}
