package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate with the key that belongs to it. Immutable; it prints nothing. */
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
     * Puts the two together.
     *
     * @throws InvalidValue about the key, if it does not belong to the certificate
     */
    public static TlsIdentity of(CertificateChain chain, PrivateKeyPem pem) {
        try {
            PrivateKey key = pem.toKey(chain.publicKey());
            if (areOnePair(chain.publicKey(), key)) {
                return new TlsIdentity(chain, key);
            }
        } catch (GeneralSecurityException e) {
            // Of another kind, or not what its label says: it does not belong to the certificate either.
        }
        throw new InvalidValue("is not the key of the first certificate");
    }

    /** What serves TLS with it. */
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

    /** Whether {@code other} has the same certificates, and so the same key. */
    public boolean isSameAs(TlsIdentity other) {
        return chain.hasSameAs(other.chain);
    }

    @Override
    public String toString() {
        return "TlsIdentity[redacted]";
    }

    private static boolean areOnePair(PublicKey publicKey, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURES.get(publicKey.getAlgorithm()));
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        return signature.verify(signed);
    }
}
