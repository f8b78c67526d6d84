// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;
import weir.wire.Sink;

/** Reads the arguments of one interface's calls, as far as they say what is touched. Holds no state. */
interface StubReader {

    /** Puts into the call what the request touches. */
    void request(Call call, Ndr in, Sink out);

    /** Keeps and tells what the answer gives; the call has the number and the name of the request. */
    default void response(Call call, Ndr in, Sink out) {}

    static @Nullable StubReader of(String interfaceName) {
        return switch (interfaceName) {
            case "svcctl" -> new ServiceControl();
            case "winreg" -> new RemoteRegistry();
            case "atsvc" -> new ScheduledJobs();
            case "task_scheduler" -> new ScheduledTasks();
            case "netlogon" -> new Netlogon();
            case "epm" -> new EndpointMapper();
            case "oxid_resolver" -> new ObjectResolver();
            case "activation", "scm_activator" -> new Activation();
            case "wmi" -> new Management();
            default -> null;
        };
    }
}
