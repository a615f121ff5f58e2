package io.omnibridge.domain.account;

import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * The identity of an account. The owner is part of it: code that names an account names its owner, and two users who
 * link the same external account have two accounts.
 */
public record AccountKey(UserId owner, ProviderId provider, ProviderAccountId providerAccountId) {

    public AccountKey {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerAccountId, "providerAccountId");
    }

    /** Returns whether {@code user} owns the account: only the user that the key names does. */
    public boolean isOwnedBy(UserId user) {
        return owner.equals(user);
    }
}
