package io.omnibridge.bootstrap.e2e;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;

/**
 * An account, and the refresh token that it began with.
 *
 * @param provider as the operator's file names it
 */
record UserSnapshot(String user, String provider, String account, String refreshToken) {

    AccountKey key() {
        return new AccountKey(new UserId(user), new ProviderId(provider), new ProviderAccountId(account));
    }

    /** Which account it is, in the words of a {@link Borrower}. */
    @Override
    public String toString() {
        return user + " " + provider + " " + account;
    }
}
