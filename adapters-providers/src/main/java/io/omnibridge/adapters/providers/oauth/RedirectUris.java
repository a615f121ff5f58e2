package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.domain.account.ProviderId;
import java.net.URI;

/** Redirect URIs, one for each provider. They depend on the public URL alone, not on any request. */
final class RedirectUris {

    private final String base;

    RedirectUris(URI publicUrl) {
        this.base = publicUrl.toString().replaceFirst("/+$", "") + "/oauth/callback/";
    }

    URI of(ProviderId provider) {
        return URI.create(base + provider.value());
    }
}
