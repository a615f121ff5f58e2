package io.omnibridge.adapters.support.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private authority, and a server that has its certificate for issuer.example, localhost and 127.0.0.1. */
public final class PrivateAuthority {

    private static final String SERVER_KEY = "private-server.key";
    private static final char[] NO_PASSWORD = new char[0];

    private PrivateAuthority() {}

    /** Returns the certificate of the authority, in PEM. */
    public static String certificate() {
        return TestFiles.text("private-ca.crt");
    }

    /** Returns the private key of the server, in PEM. */
    public static String serverKey() {
        return TestFiles.text(SERVER_KEY);
    }

    /** Returns the TLS context of the server. */
    public static SSLContext server() {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(TestFiles.bytes("private-server.crt")));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key(), NO_PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(TestFiles.pem(SERVER_KEY)));
    }
}
