package io.omnibridge.application.revocation;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Objects;

/** Rules on whether a node may carry out a pending revocation: none may end the grant of a linked account. Thread-safe. */
public final class RevocationRules {

    private final TokenStore store;
    private final ProviderCatalogue catalogue;

    public RevocationRules(TokenStore store, ProviderCatalogue catalogue) {
        this.store = Objects.requireNonNull(store);
        this.catalogue = Objects.requireNonNull(catalogue);
    }

    /**
     * Returns whether {@code revocation} could end the grant of a linked account of its user. It could if it ends more than its
     * token, and its account is linked. An {@linkplain ProviderAccountId#UNKNOWN unknown} account may be any account at its
     * provider. What a revocation ends is judged by its own scope and by the catalogue's, which may have changed since.
     */
    boolean couldEndLinkedGrant(PendingRevocation revocation) {
        return endsGrant(revocation) && isLinked(revocation.account());
    }

    /** Returns whether the provider of {@code revocation} is configured at this node. */
    boolean isConfigured(PendingRevocation revocation) {
        return catalogue.find(revocation.account().provider()).isPresent();
    }

    private boolean endsGrant(PendingRevocation revocation) {
        return revocation.scope() == RevocationScope.GRANT
                || catalogue
                        .find(revocation.account().provider())
                        .map(ConnectableProvider::revocation)
                        .filter(RevocationScope.GRANT::equals)
                        .isPresent();
    }

    private boolean isLinked(AccountKey key) {
        return key.providerAccountId().equals(ProviderAccountId.UNKNOWN)
                ? !store.keys(key.owner(), key.provider()).isEmpty()
                : store.findMetadata(key).isPresent();
    }
}
