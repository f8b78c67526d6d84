// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.List;
import weir.wire.Protocol;

/** The same with the descriptions before the decoders written by hand, so that the interpreter gets the frames. */
class DescribedLongFuzzTest extends LongFuzzTest {

    @Override
    List<Protocol> all() {
        return Descriptions.ALL;
    }
}
