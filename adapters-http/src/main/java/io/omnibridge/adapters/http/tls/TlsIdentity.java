package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificate chain with its matching private key. Immutable; {@link #toString()} prints nothing of it. */
public final class TlsIdentity {

    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");
    private static final char[] NO_PASSWORD = {};

    private final CertificateChain chain;
    private final PrivateKey key;

    private TlsIdentity(CertificateChain chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Combines a certificate chain and a private key.
     *
     * @throws InvalidValue if the key does not match the first certificate
     */
    public static TlsIdentity of(CertificateChain chain, PrivateKeyPem pem) {
        try {
            PrivateKey key = pem.toKey(chain.publicKey());
            if (isMatchingPair(chain.publicKey(), key)) {
                return new TlsIdentity(chain, key);
            }
        } catch (GeneralSecurityException e) {
            // The key has another algorithm or is malformed, so it cannot match.
        }
        throw new InvalidValue("is not the key of the first certificate");
    }

    /** Returns a new TLS context that presents this identity. */
    public SSLContext newContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot serve TLS", e);
        }
    }

    /** Returns when the first certificate of the chain to expire does so. */
    public Instant expiresAt() {
        return chain.expiresAt();
    }

    /** Returns whether {@code other} has the same certificates, and therefore the same key. */
    public boolean isSameAs(TlsIdentity other) {
        return chain.hasSameCertificates(other.chain);
    }

    @Override
    public String toString() {
        return "TlsIdentity[redacted]";
    }

    private static boolean isMatchingPair(PublicKey publicKey, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURES.get(publicKey.getAlgorithm()));
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        return signature.verify(signed);
    }
}
