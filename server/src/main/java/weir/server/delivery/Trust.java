// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed. */
public final class Trust {

    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /** The authorities that Java knows. */
    public static Trust usual() throws IOException {
        try {
            return new Trust(SSLContext.getDefault());
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    /** Only the authorities in this file (PEM). */
    public static Trust in(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority " + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new FileSystemException(file.toString(), null, "has no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Trust(context);
        } catch (GeneralSecurityException e) {
            throw new FileSystemException(file.toString(), null, "is no certificate in PEM: " + e.getMessage());
        }
    }

    SSLContext context() {
        return context;
    }
}
