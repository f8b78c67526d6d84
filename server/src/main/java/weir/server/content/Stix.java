// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.List;
import java.util.Map;
import weir.analysis.detect.Settings.Kind;

/** Indicators of a STIX 2.1 bundle. Other objects are not looked for, and not counted. */
record Stix(Taken taken) {

    void take(Map<String, String> object) {
        if (!"indicator".equals(object.get("type"))) {
            return;
        }
        String types = object.getOrDefault("indicator_types", "");
        if (Boolean.parseBoolean(object.get("revoked"))) {
            taken.refuse("revoked indicators");
        } else if (types.equals("benign")) {
            taken.refuse("indicators of what is benign");
        } else if (!object.getOrDefault("pattern_type", "stix").equals("stix")) {
            taken.refuse("patterns in the language " + Plainly.name(object.get("pattern_type")));
        } else {
            pattern(object);
        }
    }

    private void pattern(Map<String, String> object) {
        String until = object.getOrDefault("valid_until", "");
        String since = object.getOrDefault("modified", object.getOrDefault("valid_from", ""));
        try {
            List<StixPattern.Comparison> signs = StixPattern.read(object.getOrDefault("pattern", ""));
            for (StixPattern.Comparison sign : signs) {
                kind(sign); // all of it, or nothing
            }
            for (StixPattern.Comparison sign : signs) {
                taken.add(kind(sign), sign.value(), since, until);
            }
        } catch (StixPattern.Refused refused) {
            taken.refuse(String.valueOf(refused.getMessage()));
        }
    }

    private static Kind kind(StixPattern.Comparison sign) throws StixPattern.Refused {
        Kind kind = kind(sign.path());
        boolean isRange =
                sign.isNetwork() || kind == Kind.ADDRESS && sign.value().contains("/");
        if (isRange && kind != Kind.ADDRESS) {
            throw new StixPattern.Refused("patterns with ISSUBSET about " + Plainly.name(sign.path()));
        }
        return isRange ? Kind.NETWORK : kind;
    }

    private static Kind kind(String path) throws StixPattern.Refused {
        return switch (path) {
            case "ipv4-addr:value",
                    "ipv6-addr:value",
                    "network-traffic:dst_ref.value",
                    "network-traffic:src_ref.value",
                    "network-traffic:dst_ref.ref.value" -> Kind.ADDRESS;
            case "domain-name:value" -> Kind.DOMAIN;
            case "url:value" -> Kind.URL;
            case "file:hashes.'SHA-256'", "file:hashes.SHA256", "artifact:hashes.'SHA-256'" -> Kind.SHA256;
            default -> throw new StixPattern.Refused("patterns about " + Plainly.name(path));
        };
    }
}
