package io.omnibridge.domain.account;

import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * The identity of an account. The owner is part of it, so whoever names an account has named its owner, and two users who
 * link the same external account have two accounts.
 */
public record AccountKey(UserId owner, ProviderId provider, ProviderAccountId providerAccountId) {

    public AccountKey {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerAccountId, "providerAccountId");
    }

    /** The ownership rule: an account belongs to the one user that its key names, and to nobody else. */
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }
}
