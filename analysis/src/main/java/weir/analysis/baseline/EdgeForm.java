// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Transport;

/** How an edge is named by those who write down what they know of it. */
public final class EdgeForm {

    private EdgeForm() {}

    public static void save(StateWriter out, Edge edge) throws IOException {
        out.address(edge.key.client());
        out.address(edge.key.server());
        out.constant(edge.key.transport());
        out.number(edge.key.port());
    }

    /** The edge of that name; null where it is not known. */
    public static @Nullable Edge load(StateReader in, Baseline known) throws IOException {
        return known.named(new Edge.Key(in.address(), in.address(), in.constant(Transport.class), (int) in.number()));
    }
}
