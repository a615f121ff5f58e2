package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.tls.CertificateChain;
import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import io.omnibridge.adapters.http.tls.PrivateKeyPem;
import io.omnibridge.adapters.http.tls.TlsIdentity;
import io.omnibridge.adapters.http.tls.TlsSource;
import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the certificate and the key of the listeners. */
final class TlsSettings {

    private static final String CERTIFICATE = "OMNIBRIDGE_TLS_CERTIFICATE";
    private static final String KEY = "OMNIBRIDGE_TLS_KEY";

    private final Settings settings;

    TlsSettings(Settings settings) {
        this.settings = settings;
    }

    /** Returns whether TLS is configured, rightly or wrongly. */
    boolean isWanted() {
        return settings.isSet(CERTIFICATE) || settings.isSet(KEY);
    }

    /** Returns the source of certificate and key, which were read once. It does not check whether the certificate is valid now. */
    Optional<TlsSource> source(Map<String, String> environment) {
        Optional<CertificateChain> chain = settings.readSecretDocument(CERTIFICATE, CertificateChain::parse);
        Optional<PrivateKeyPem> key = settings.readSecretDocument(KEY, PrivateKeyPem::parse);
        requireBoth();
        Optional<TlsIdentity> identity = chain.flatMap(certificates -> key.flatMap(pem -> identity(certificates, pem)));
        return identity.map(found -> now -> readAgain(environment, now));
    }

    private void requireBoth() {
        if (isWanted()) {
            List.of(CERTIFICATE, KEY).stream()
                    .filter(name -> !settings.isSet(name))
                    .forEach(name -> settings.reject(
                            name, "is required together with " + (name.equals(KEY) ? CERTIFICATE : KEY)));
        }
    }

    private Optional<TlsIdentity> identity(CertificateChain chain, PrivateKeyPem key) {
        try {
            return Optional.of(TlsIdentity.of(chain, key));
        } catch (InvalidValue e) {
            settings.reject(KEY, e.getMessage() + " in " + CERTIFICATE);
            return Optional.empty();
        }
    }

    private static TlsIdentity readAgain(Map<String, String> environment, Instant now) {
        Settings settings = new Settings(environment);
        TlsSettings tls = new TlsSettings(settings);
        Optional<CertificateChain> chain = settings.readSecretDocument(CERTIFICATE, pem -> valid(pem, now));
        Optional<PrivateKeyPem> key = settings.readSecretDocument(KEY, PrivateKeyPem::parse);
        return chain.flatMap(certificates -> key.flatMap(pem -> tls.identity(certificates, pem)))
                .orElseThrow(() -> new InvalidTlsIdentity(String.join("; ", settings.problems())));
    }

    private static CertificateChain valid(String pem, Instant now) {
        CertificateChain chain = CertificateChain.parse(pem);
        chain.requireValidAt(now);
        return chain;
    }
}
