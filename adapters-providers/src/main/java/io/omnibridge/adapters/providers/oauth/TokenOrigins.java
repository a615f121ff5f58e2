package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.catalogue.Urls;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.connect.PinnedProvider;
import java.util.Optional;

/** Where codes and credentials come from, which is the only place that they go to. */
final class TokenOrigins {

    private TokenOrigins() {}

    /** Where a provider's credentials come from. */
    static TokenOrigin originOf(ProviderEntry entry, Endpoints endpoints) {
        return new TokenOrigin(
                entry.client().id(), Urls.originOf(endpoints.token().orElseThrow()));
    }

    /** What an attempt remembers of a provider. */
    static PinnedProvider pin(ProviderEntry entry, Endpoints endpoints) {
        Optional<String> issuer = endpoints.issuer().filter(it -> !it.contains("{tid}"));
        boolean isReturned = endpoints.isIssuerReturned().orElse(false);
        return new PinnedProvider(
                issuer,
                isReturned && issuer.isPresent(),
                endpoints.token().orElseThrow(),
                entry.client().id());
    }

    /** Whether it is the same one; that an issuer announces more than it did makes no other provider of it. */
    static boolean isAsPinned(PinnedProvider now, PinnedProvider then) {
        return now.tokenEndpoint().equals(then.tokenEndpoint())
                && now.clientId().equals(then.clientId())
                && now.issuer().equals(then.issuer());
    }
}
