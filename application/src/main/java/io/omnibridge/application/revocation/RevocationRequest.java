package io.omnibridge.application.revocation;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;

/**
 * How a provider revokes.
 *
 * @param scope what a revocation ends
 * @param isByAccessToken whether the provider accepts access tokens only
 */
record RevocationRequest(RevocationScope scope, boolean isByAccessToken) {

    /**
     * Returns how {@code provider} revokes; empty if it offers no revocation. A provider that is not configured here may be
     * configured at another node, which then revokes.
     */
    static Optional<RevocationRequest> at(ProviderId provider, ProviderCatalogue catalogue) {
        Optional<ConnectableProvider> found = catalogue.find(provider);
        return found.isEmpty()
                ? Optional.of(new RevocationRequest(RevocationScope.GRANT, false))
                : found.filter(it -> it.revocation() != RevocationScope.NONE)
                        .map(it -> new RevocationRequest(it.revocation(), it.isRevokedByAccessToken()));
    }

    /** Returns the token of {@code grant} that is sent; empty if OmniBridge is not the client that it was issued to. */
    Optional<RevocableToken> token(Grant grant) {
        return RevocableToken.of(grant, isByAccessToken);
    }
}
