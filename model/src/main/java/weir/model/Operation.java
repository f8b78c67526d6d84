// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * What one protocol message means, in words that no protocol owns.
 *
 * @param service the protocol's service
 * @param phase which part of the exchange
 * @param target what it touches
 * @param qualifier the protocol's own further word, where one changes the meaning: a cause of transmission ("spontaneous"),
 *     a control code ("latch_on"), a PI service ("P_PROGRAM"); or ""
 * @param outcome how it was answered
 */
public record Operation(String protocol, Service service, Phase phase, Target target, String qualifier, Outcome outcome)
        implements Observation {

    // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
    @Override
    public boolean equals(Object other) {
        return other instanceof Operation o
                && phase == o.phase
                && target.equals(o.target)
                && service.equals(o.service)
                && outcome.equals(o.outcome)
                && qualifier.equals(o.qualifier)
                && protocol.equals(o.protocol);
    }

    @Override
    public int hashCode() {
        return ((target.hashCode() * 31 + service.hashCode()) * 31 + outcome.hashCode()) * 31 + phase.ordinal();
    }

    public Verb verb() {
        return service.verb();
    }
}
