// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keys and certificates as text (RFC 7468). */
final class Pem {

    private static final int MOST = 1_000_000;

    private Pem() {}

    static String text(String label, byte[] octets) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, lineEnd).encodeToString(octets)
                + "\n-----END " + label + "-----\n";
    }

    static byte[] octets(Path file, String label, String text) throws IOException {
        int from = text.indexOf("-----BEGIN " + label + "-----");
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new FileSystemException(file.toString(), null, "has no " + label + " in PEM");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(text.indexOf('\n', from), to));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new FileSystemException(file.toString(), null, "the " + label + " is damaged");
        }
    }

    static List<X509Certificate> certificates(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw new FileSystemException(file.toString(), null, "is larger than " + MOST + " octets");
        }
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate one : factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                chain.add((X509Certificate) one);
            }
        } catch (CertificateException e) {
            throw new FileSystemException(file.toString(), null, "is no certificate in PEM: " + e.getMessage());
        }
        if (chain.isEmpty()) {
            throw new FileSystemException(file.toString(), null, "has no certificate");
        }
        return chain;
    }
}
