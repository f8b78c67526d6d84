// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.List;

/**
 * What an operator may want to tell the detectors.
 *
 * @param indicators signs of known attackers
 * @param remoteAccessHosts addresses from which remote access into the plant is meant to come
 * @param outwardBytes bytes that one station may send out of the plant in an hour
 * @param indicatorDays after so many days an indicator is worth half
 * @param limits numbers from which on things are told
 */
public record Settings(
        List<Indicator> indicators,
        List<String> remoteAccessHosts,
        long outwardBytes,
        int indicatorDays,
        Limits limits) {

    /** Nothing was set. */
    public static final Settings DEFAULT = new Settings(List.of(), List.of(), 500_000_000L, 90, Limits.USUAL);

    /** What an indicator is compared with. */
    public enum Kind {
        ADDRESS,
        /** Addresses that begin alike. */
        NETWORK,
        DOMAIN,
        /** Host and path, without scheme, port and query. */
        URL,
        SHA256,
        JA3,
        JA4
    }

    /**
     * A sign of a known attacker.
     *
     * @param value as written: an address, a network, a domain (its subdomains too), an URL, a hash, a fingerprint
     * @param since when it was last seen true, nanoseconds since the epoch
     * @param until when it ends to be one, nanoseconds since the epoch
     * @param source who said so
     */
    public record Indicator(Kind kind, String value, long since, long until, String source) {

        /** One without an end. */
        public Indicator(Kind kind, String value, long since, String source) {
            this(kind, value, since, Long.MAX_VALUE, source);
        }
    }

    /** The same with these signs of attackers. */
    public Settings with(List<Indicator> more) {
        return new Settings(more, remoteAccessHosts, outwardBytes, indicatorDays, limits);
    }

    /** With the usual limits. */
    public Settings(List<Indicator> indicators, List<String> remoteAccessHosts, long outwardBytes, int indicatorDays) {
        this(indicators, remoteAccessHosts, outwardBytes, indicatorDays, Limits.USUAL);
    }

    public Settings {
        indicators = List.copyOf(indicators);
        remoteAccessHosts = List.copyOf(remoteAccessHosts);
    }
}
