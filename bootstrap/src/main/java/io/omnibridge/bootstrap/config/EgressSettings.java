package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.http.EgressProxy;
import io.omnibridge.adapters.support.tls.TrustedCertificates;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the settings of outgoing HTTP calls: the proxy that all of them take, and the certificates that each kind trusts. */
final class EgressSettings {

    private static final String PROXY = "OMNIBRIDGE_EGRESS_PROXY";
    private static final String CREDENTIALS = "OMNIBRIDGE_EGRESS_PROXY_CREDENTIALS";
    private static final String JWKS_CA = "OMNIBRIDGE_JWKS_CA";
    private static final String PROVIDERS_CA = "OMNIBRIDGE_PROVIDERS_CA";

    private final Settings settings;
    private final Optional<EgressProxy> proxy;

    EgressSettings(Settings settings) {
        this.settings = settings;
        this.proxy = proxy();
    }

    /** Returns the way to the users' issuer. Its own authority replaces those that the JVM trusts. */
    Egress toKeySets() {
        return new Egress(
                proxy,
                settings.readSecretDocument(JWKS_CA, TrustedCertificates::parse)
                        .map(TrustedCertificates::trustedAlone));
    }

    /** Returns the way to the providers, of which some may have certificates of a private authority and others public ones. */
    Egress toProviders() {
        return new Egress(
                proxy,
                settings.readSecretDocument(PROVIDERS_CA, TrustedCertificates::parse)
                        .map(TrustedCertificates::trustedToo));
    }

    private Optional<EgressProxy> proxy() {
        Optional<EgressProxy> found = settings.read(PROXY, EgressProxy::parse);
        Optional<Supplier<String>> credentials = settings.watched().read(CREDENTIALS, EgressProxy::requireCredentials);
        if (settings.isSet(CREDENTIALS) && !settings.isSet(PROXY)) {
            settings.reject(CREDENTIALS, "has no effect without " + PROXY);
        }
        return found.map(it -> credentials.map(it::with).orElse(it));
    }
}
