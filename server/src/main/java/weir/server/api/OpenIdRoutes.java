// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import weir.server.identity.Account;
import weir.server.identity.SignedInBy;
import weir.server.identity.openid.OpenId;
import weir.server.identity.session.SessionCookie;
import weir.server.identity.signin.Gatehouse;
import weir.server.identity.signin.SignInResult;

/** The way in over an OpenID provider, and which ways in there are. */
final class OpenIdRoutes {

    private static final Access ANYONE = new Access.Anyone();
    private static final String PATH = "/api/v1/session/openid";

    /** The session's cookie is not sent along from another site: the page itself goes on to the console. */
    private static final byte[] ONWARD = ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Weir</title>"
                    + "<meta http-equiv=\"refresh\" content=\"0;url=/\"><a href=\"/\">Go on</a></html>")
            .getBytes(StandardCharsets.UTF_8);

    private final Gatehouse gate;
    private final Ways ways;

    OpenIdRoutes(Gatehouse gate, Ways ways) {
        this.gate = gate;
        this.ways = ways;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/api/v1/session/ways", ANYONE, this::ways),
                new Route(Route.Method.GET, PATH, ANYONE, this::begin),
                new Route(Route.Method.GET, PATH + "/return", ANYONE, this::finish));
    }

    private Answer ways(Asked asked) {
        return Answer.json(200, Map.of("ways", ways.names()));
    }

    private Answer begin(Asked asked) throws IOException {
        OpenId.Begun begun = ways.knownOpenId().begin();
        return new Answer(302, "", Map.of("Location", begun.to().toString()), to -> {})
                .with("Set-Cookie", SessionCookie.state(begun.state()));
    }

    private Answer finish(Asked asked) throws IOException {
        String held = SessionCookie.held(asked.header("cookie"));
        Account account =
                gate.outsiders().account(ways.knownOpenId().finish(held, asked.text("state"), asked.text("code")));
        SignInResult result =
                gate.signIn().proven(account, SignedInBy.OPENID, asked.from(), asked.header("user-agent"));
        if (result instanceof SignInResult.SignedIn(String secret)) {
            return Answer.of("text/html; charset=utf-8", to -> to.write(ONWARD))
                    .with("Set-Cookie", SessionCookie.of(secret));
        }
        throw Problem.wrongSecret();
    }
}
