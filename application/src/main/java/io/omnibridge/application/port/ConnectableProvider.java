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
 * A provider at which OmniBridge is a registered OAuth client, as far as use cases need to know it.
 *
 * @param displayName the name that users know
 * @param sources what can be searched at the provider
 * @param scopes the scopes to request, unless the caller asks for fewer
 * @param isPkceUsed whether the provider supports PKCE (RFC 7636)
 * @param isOpenId whether it issues ID tokens (OpenID Connect Core)
 * @param refresh how it treats refresh tokens
 * @param revocation what the revocation of a token ends
 * @param isRevokedByAccessToken whether a grant is revoked by its access token instead of its refresh token
 * @param grantsPage where users can end grants themselves; empty if unknown
 * @param presentation what people are told about it
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
        Optional<URI> grantsPage,
        ProviderPresentation presentation) {

    /** Creates a provider whose grants are revoked by their refresh tokens, if there are any, and that is not described. */
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
        this(
                id,
                displayName,
                sources,
                scopes,
                isPkceUsed,
                isOpenId,
                refresh,
                revocation,
                false,
                grantsPage,
                ProviderPresentation.NONE);
    }

    public ConnectableProvider {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        sources = Set.copyOf(sources);
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(grantsPage, "grantsPage");
        Objects.requireNonNull(presentation, "presentation");
    }
}
