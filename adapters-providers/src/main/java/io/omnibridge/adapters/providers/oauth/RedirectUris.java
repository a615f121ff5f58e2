package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.domain.account.ProviderId;
import java.net.URI;

/** Where providers send browsers back to: one URI for each, made of the public URL and of nothing that a request says. */
final class RedirectUris {

    private final String base;

    RedirectUris(URI publicUrl) {
        this.base = publicUrl.toString().replaceFirst("/+$", "") + "/oauth/callback/";
    }

    URI of(ProviderId provider) {
        return URI.create(base + provider.value());
    }
}
