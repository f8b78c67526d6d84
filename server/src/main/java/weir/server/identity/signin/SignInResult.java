// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import java.time.Duration;

/** What comes of trying to sign in. */
public sealed interface SignInResult {

    /** @param secret for the browser's cookie */
    record SignedIn(String secret) implements SignInResult {}

    /** The password was right; the code of the app is asked for, with this ticket. */
    record CodeAsked(String ticket) implements SignInResult {}

    /** Not signed in; why is not said to whoever tries. */
    record Denied() implements SignInResult {}

    /** Too many tries; the next one counts after this time. */
    record Later(Duration time) implements SignInResult {}
}
