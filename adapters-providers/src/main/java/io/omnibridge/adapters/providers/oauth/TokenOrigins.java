package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.PinnedProvider;
import java.net.URI;
import java.util.Optional;

/** Computes where codes and credentials come from. They are sent only to the server that they came from. */
final class TokenOrigins {

    private TokenOrigins() {}

    /** Returns the origin of the credentials that {@code entry} issues. */
    static TokenOrigin originOf(ProviderEntry entry, Endpoints endpoints) {
        return new TokenOrigin(
                entry.client().id(), Urls.originOf(endpoints.token().orElseThrow()));
    }

    /** Returns the client and server that issue credentials, as far as they are known without a request. */
    static IssuingClient issuingClient(ProviderEntry entry, Optional<URI> tokenEndpoint) {
        return new IssuingClient(entry.client().id(), tokenEndpoint.map(Urls::originOf));
    }

    /** Returns the part of a provider's configuration that an attempt keeps. */
    static PinnedProvider pin(ProviderEntry entry, Endpoints endpoints) {
        Optional<String> issuer = endpoints.issuer().filter(it -> !it.contains("{tid}"));
        boolean isReturned = endpoints.isIssuerReturned().orElse(false);
        return new PinnedProvider(
                issuer,
                isReturned && issuer.isPresent(),
                endpoints.token().orElseThrow(),
                entry.client().id());
    }

    /** Returns whether server, client and issuer are the same. Whether {@code iss} is returned may have changed. */
    static boolean isUnchanged(PinnedProvider current, PinnedProvider pinned) {
        return current.tokenEndpoint().equals(pinned.tokenEndpoint())
                && current.clientId().equals(pinned.clientId())
                && current.issuer().equals(pinned.issuer());
    }
}
