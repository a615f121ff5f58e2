package io.omnibridge.adapters.support.tls;

import io.omnibridge.domain.InvalidValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates of the authorities that one peer's certificate may be issued by, such as a private CA. Immutable. */
public final class TrustedCertificates {

    private static final String RULE = "must be one or more certificates in PEM and nothing else";
    private static final String BEGIN = "-----BEGIN ";
    private static final String BEGIN_CERTIFICATE = BEGIN + "CERTIFICATE-----";

    private final List<Certificate> certificates;

    private TrustedCertificates(List<Certificate> certificates) {
        this.certificates = certificates;
    }

    /**
     * Parses certificates in PEM (RFC 7468 §5). Text between them is ignored.
     *
     * @throws InvalidValue if there is none, or something else in PEM, such as a key
     */
    public static TrustedCertificates parse(String pem) {
        InvalidValue.unless(pem.contains(BEGIN_CERTIFICATE), RULE);
        InvalidValue.unless(!pem.replace(BEGIN_CERTIFICATE, "").contains(BEGIN), RULE);
        try {
            return new TrustedCertificates(List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))));
        } catch (CertificateException e) {
            // Without the cause, whose message may repeat the text.
            throw new InvalidValue(RULE);
        }
    }

    /** Returns the context of connections that trust these certificates and no others. */
    public SSLContext trustedAlone() {
        return context(alone());
    }

    List<Certificate> alone() {
        return certificates;
    }

    /** Returns the context of connections that trust these certificates, and those that the JVM trusts. */
    public SSLContext trustedToo() {
        return context(withDefaults());
    }

    List<Certificate> withDefaults() {
        List<Certificate> all = new ArrayList<>(certificates);
        for (TrustManager manager : trustManagers(Optional.empty())) {
            if (manager instanceof X509TrustManager x509) {
                all.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return all;
    }

    private static SSLContext context(List<Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("ca" + i, trusted.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(Optional.of(store)), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM lacks a part of TLS", e);
        }
    }

    /** Returns the managers of a trust store, or of the JVM's own. */
    private static TrustManager[] trustManagers(Optional<KeyStore> store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store.orElse(null));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no trust store that can be read", e);
        }
    }
}
