// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.server.identity.Who;

/** Tells who asks. */
public interface Entrance {

    /**
     * Who asks, or null where nothing is known of them.
     *
     * @param headers by lower-case name: the cookie, or the token
     * @param safe the request changes nothing; one that does has to show that the person's own page sent it
     * @param from network address
     */
    @Nullable
    Who who(Map<String, String> headers, boolean safe, String from) throws IOException;

    /** Whether whoever sent these may still be answered; asked while a live view is open, and no use of it. */
    boolean lasts(Map<String, String> headers, String from) throws IOException;

    /** Somebody asked for what they may not. */
    default void refused(Who who, String what) throws IOException {}
}
