package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;

/** Lends credentials. */
public final class BorrowCredentials {

    public <T> Borrowed<T> borrow(AccountKey key, Use<T> use) {
        return new Borrowed.NotFound<>();
    }
}
