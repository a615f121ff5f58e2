package io.omnibridge.bootstrap.e2e;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;

/**
 * An account and its first refresh token.
 *
 * @param provider the provider's name in the providers file
 */
record GrantedAccount(String user, String provider, String account, String refreshToken) {

    AccountKey key() {
        return new AccountKey(new UserId(user), new ProviderId(provider), new ProviderAccountId(account));
    }

    /** Returns the account as a request to a {@link BorrowingProcess} names it. */
    @Override
    public String toString() {
        return user + " " + provider + " " + account;
    }
}
