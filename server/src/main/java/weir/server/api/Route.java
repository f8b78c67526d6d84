// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;

/**
 * One thing that can be asked for.
 *
 * @param path as in the OpenAPI document: {@code /api/v1/assets/{id}}
 * @param access who may ask; a route without it cannot be written
 */
public record Route(Method method, String path, Access access, Handler handler) {

    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        /** It changes nothing. */
        public boolean isSafe() {
            return this == GET;
        }
    }

    /** Answers; may throw a {@link Problem}. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Asked asked) throws IOException;
    }
}
