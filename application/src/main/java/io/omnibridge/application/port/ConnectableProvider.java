package io.omnibridge.application.port;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A provider at which this service is a registered OAuth client, as far as use cases have to know it.
 *
 * @param displayName what people call it
 * @param sources what can be searched there
 * @param scopes the scopes that are asked for, unless fewer are
 * @param isPkceUsed whether it can verify a code by PKCE (RFC 7636)
 * @param isOpenId whether it issues ID tokens (OpenID Connect Core)
 * @param refresh how its refresh tokens are treated
 * @param revocation what ends when a token is revoked
 * @param isRevokedByAccessToken whether a grant is given back by its access token, and not by its refresh token
 * @param grantsPage where people end grants themselves; empty if nobody knows
 */
public record ConnectableProvider(
        ProviderId id,
        String displayName,
        Set<Source> sources,
        Scopes scopes,
        boolean isPkceUsed,
        boolean isOpenId,
        RefreshPolicy refresh,
        RevocationScope revocation,
        boolean isRevokedByAccessToken,
        Optional<URI> grantsPage) {

    /** A provider whose grants are given back by their refresh tokens, where there are any. */
    public ConnectableProvider(
            ProviderId id,
            String displayName,
            Set<Source> sources,
            Scopes scopes,
            boolean isPkceUsed,
            boolean isOpenId,
            RefreshPolicy refresh,
            RevocationScope revocation,
            Optional<URI> grantsPage) {
        this(id, displayName, sources, scopes, isPkceUsed, isOpenId, refresh, revocation, false, grantsPage);
    }

    public ConnectableProvider {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        sources = Set.copyOf(sources);
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(grantsPage, "grantsPage");
    }
}
