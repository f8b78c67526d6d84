// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Rows;

/** Methods that the standard defines, each told as a service of its own: they do other things than a vendor's method. */
final class Methods {

    private static final int[] NODES;
    private static final Service[] SERVICES;

    static {
        Map<String, Service> byName = new HashMap<>();
        List<String[]> rows = Rows.of("opcua/methods");
        NODES = rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray();
        SERVICES = rows.stream()
                .map(row -> byName.computeIfAbsent(
                        row[1], name -> new Service.Unlisted(name, UaService.CALL.code(), Verb.valueOf(row[2]))))
                .toArray(Service[]::new);
    }

    private Methods() {}

    /** @param number of the method's node, -1 where its identifier is no number */
    static Service of(int namespace, long number) {
        int row = namespace == 0 ? Arrays.binarySearch(NODES, (int) Math.min(number, Integer.MAX_VALUE)) : -1;
        return row >= 0 ? SERVICES[row] : UaService.CALL;
    }
}
