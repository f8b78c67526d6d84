// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Gives each new connection the credential of that time. */
final class CurrentKey extends X509ExtendedKeyManager {

    private volatile Credential current;

    CurrentKey(Credential first) {
        current = first;
    }

    void set(Credential next) {
        current = next;
    }

    Credential get() {
        return current;
    }

    /** The alias says which credential, so that key and chain of one handshake belong together. */
    private @Nullable String alias(String keyType) {
        Credential now = current;
        String sort = now.key().getAlgorithm();
        boolean fits = keyType.equals(sort) || keyType.equals("EC") && sort.startsWith("EC");
        return fits ? now.own().getSerialNumber().toString(16) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(keyType);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.key();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = alias(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
