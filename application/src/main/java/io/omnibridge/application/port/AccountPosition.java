package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * Position in a user's list of accounts: behind the account of this provider and id, whether it is there or not. It belongs to no
 * user.
 */
public record AccountPosition(ProviderId provider, ProviderAccountId providerAccountId) {

    public AccountPosition {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerAccountId, "providerAccountId");
    }

    public static AccountPosition behind(AccountKey key) {
        return new AccountPosition(key.provider(), key.providerAccountId());
    }

    /** Returns the account of {@code owner} that this position is behind. */
    public AccountKey of(UserId owner) {
        return new AccountKey(owner, provider, providerAccountId);
    }
}
