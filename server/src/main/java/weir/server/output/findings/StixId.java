// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers of STIX 2.1 (section 2.9): the type and a UUID that is made from a name (RFC 4122, version 5). */
final class StixId {

    /** The namespace that the specification gives for identifiers of cyber-observable objects. */
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /** That of all other objects of Weir. */
    private static final UUID WEIR = UUID.fromString("5b0d0f6e-2b7c-4f0e-9d41-6a3c9b1e7f52");

    private StixId() {}

    static String own(String type, String name) {
        return type + "--" + five(WEIR, type + " " + name);
    }

    /** Of an observable that contributes its value only; all producers make the same. */
    static String observable(String type, String value) {
        String contributing = new Fields().put("value", value).text();
        return type + "--" + five(OBSERVABLES, contributing);
    }

    static UUID five(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + text.length);
        named.putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits());
        named.put(text);
        ByteBuffer hash = ByteBuffer.wrap(sha1(named.array()));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
