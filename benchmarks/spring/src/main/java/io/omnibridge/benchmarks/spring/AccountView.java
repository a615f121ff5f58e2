package io.omnibridge.benchmarks.spring;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** One account as its owner sees it. */
record AccountView(
        String provider,
        Set<String> scopes,
        String status,
        boolean refreshable,
        @Nullable Instant expiresAt,
        @Nullable Instant linkedAt) {

    static AccountView of(OAuth2AuthorizedClient client, Instant now) {
        OAuth2AccessToken token = client.getAccessToken();
        Instant expiresAt = token.getExpiresAt();
        boolean refreshable = client.getRefreshToken() != null;
        boolean expired = expiresAt != null && !expiresAt.isAfter(now);
        return new AccountView(
                client.getClientRegistration().getRegistrationId(),
                token.getScopes(),
                expired && !refreshable ? "needs_reconnect" : "active",
                refreshable,
                expiresAt,
                token.getIssuedAt());
    }
}
