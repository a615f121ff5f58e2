package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.http.tls.CertificateChain;
import io.omnibridge.adapters.http.tls.PrivateKeyPem;
import io.omnibridge.adapters.http.tls.TlsIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates for localhost and 127.0.0.1, and keys in all formats of openssl. */
public enum PemSamples {
    EC("ec"),
    RSA("rsa");

    private final String name;

    PemSamples(String name) {
        this.name = name;
    }

    public String certificate() {
        return text(name + ".crt");
    }

    public String key() {
        return text(name + ".key");
    }

    public TlsIdentity identity() {
        return TlsIdentity.of(CertificateChain.parse(certificate()), PrivateKeyPem.parse(key()));
    }

    /** Returns a server's TLS with this certificate, which is never renewed. */
    public ServerTls serve() {
        return ServerTls.open(now -> identity(), Clock.systemUTC(), ServerTls.DEFAULT_PERIOD);
    }

    /** Returns a TLS context that trusts only this certificate. */
    public SSLContext trusted() {
        try (InputStream pem = open(name + ".crt")) {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(
                    name, CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the content of a sample file. */
    public static String text(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PemSamples.class.getResourceAsStream(file), file);
    }
}
