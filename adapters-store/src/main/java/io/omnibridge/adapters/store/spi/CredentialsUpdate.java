package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.Optional;

/** Replaces the credentials of {@code scanned} by the same ones under another key. No write is based on them, so nothing is counted. */
public record CredentialsUpdate(Account scanned, SealedCredentials resealed) implements AccountUpdate {

    @Override
    public AccountKey key() {
        return scanned.key();
    }

    @Override
    public Optional<Account> applyTo(Account stored) {
        return Optional.of(stored)
                .filter(account -> account.version().equals(scanned.version())
                        && account.credentials().equals(scanned.credentials()))
                .map(account -> new Account(account.metadata(), resealed));
    }
}
