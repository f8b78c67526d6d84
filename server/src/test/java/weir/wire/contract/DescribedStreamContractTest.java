// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.List;
import weir.wire.Protocol;

/** The interpreting decoder is held to the same contract as those written by hand. */
class DescribedStreamContractTest extends StreamContractTest {

    @Override
    List<Protocol> all() {
        return Descriptions.ALL;
    }

    @Override
    List<Protocol> held() {
        return Descriptions.DESCRIBED;
    }
}
