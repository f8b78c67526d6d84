// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.wsdiscovery;

import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** What a message is, by the last part of its action. */
enum Message implements Service {
    HELLO("Hello", Phase.NOTICE),
    BYE("Bye", Phase.NOTICE),
    PROBE("Probe", Phase.REQUEST),
    PROBE_MATCHES("ProbeMatches", Phase.RESPONSE),
    RESOLVE("Resolve", Phase.REQUEST),
    RESOLVE_MATCHES("ResolveMatches", Phase.RESPONSE);

    static final Message[] ALL = values();

    private final String action;
    private final Phase phase;

    Message(String action, Phase phase) {
        this.action = action;
        this.phase = phase;
    }

    /** The last part of its action. */
    String action() {
        return action;
    }

    Phase phase() {
        return phase;
    }

    /** The request of an answer. */
    Message asked() {
        return this == PROBE_MATCHES ? PROBE : this == RESOLVE_MATCHES ? RESOLVE : this;
    }

    @Override
    public int code() {
        return ordinal();
    }

    @Override
    public Verb verb() {
        return Verb.IDENTIFY;
    }
}
