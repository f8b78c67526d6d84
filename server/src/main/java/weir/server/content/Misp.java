// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.Map;
import weir.analysis.detect.Settings.Kind;

/** Attributes of events of MISP (its core format) that are meant for detection. */
record Misp(Taken taken) {

    void take(Map<String, String> attribute) {
        if (!Boolean.parseBoolean(attribute.get("to_ids"))) {
            taken.refuse("attributes that are not for detection");
            return;
        }
        if (Boolean.parseBoolean(attribute.get("deleted"))) {
            taken.refuse("deleted attributes");
            return;
        }
        String type = attribute.getOrDefault("type", "");
        String value = attribute.getOrDefault("value", "");
        String first = value.contains("|") ? value.substring(0, value.indexOf('|')) : value;
        String second = value.substring(value.indexOf('|') + 1);
        switch (type) {
            case "ip-src", "ip-dst", "ip-src|port", "ip-dst|port" ->
                add(first.contains("/") ? Kind.NETWORK : Kind.ADDRESS, first, attribute);
            case "url" -> add(Kind.URL, value, attribute);
            case "ja3-fingerprint-md5" -> add(Kind.JA3, value, attribute);
            case "domain", "hostname", "hostname|port" -> add(Kind.DOMAIN, first, attribute);
            case "domain|ip" -> {
                add(Kind.DOMAIN, first, attribute);
                add(Kind.ADDRESS, second, attribute);
            }
            case "sha256" -> add(Kind.SHA256, value, attribute);
            case "filename|sha256" -> add(Kind.SHA256, second, attribute);
            case "ja4-fingerprint", "ja4" -> add(Kind.JA4, value, attribute);
            default -> taken.refuse("attributes of the type " + Plainly.name(type));
        }
    }

    private void add(Kind kind, String value, Map<String, String> attribute) {
        String since = attribute.getOrDefault("last_seen", attribute.getOrDefault("timestamp", ""));
        taken.add(kind, value, since, "");
    }
}
