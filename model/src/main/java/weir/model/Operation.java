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

    public Verb verb() {
        return service.verb();
    }
}
