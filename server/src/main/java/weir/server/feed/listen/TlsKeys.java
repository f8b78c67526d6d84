// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate that a listener shows, and its key. */
public final class TlsKeys {

    private TlsKeys() {}

    /**
     * @param store PKCS#12
     * @param password file whose first line is the password of the store and of the key
     */
    public static SSLContext in(Path store, Path password) throws IOException {
        char[] secret = password(password);
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret);
            if (!hasKey(keys)) {
                throw new FileSystemException(store.toString(), null, "has no key; make it with a certificate and key");
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, secret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            String reason = "is no PKCS#12 keystore, or " + password + " is not its password";
            throw new FileSystemException(store.toString(), null, reason);
        }
    }

    private static char[] password(Path file) throws IOException {
        String first = Files.readString(file).lines().findFirst().orElse("");
        return first.strip().toCharArray();
    }

    private static boolean hasKey(KeyStore keys) throws GeneralSecurityException {
        for (String alias : java.util.Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
