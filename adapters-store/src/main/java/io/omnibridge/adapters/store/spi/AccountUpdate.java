package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;

/** Change of an account that the audit log does not tell of, and the condition under which it takes place. */
public sealed interface AccountUpdate extends RowUpdate {

    AccountKey key();

    @Override
    default UserId owner() {
        return key().owner();
    }

    /** Returns the account after the update; empty if {@code stored} does not meet the condition. */
    Optional<Account> applyTo(Account stored);

    /**
     * Update that leaves the credentials as they are. The store adds 1 to the user's counter of unrecorded changes in the same
     * step, so that no write is based on the account as it was.
     */
    sealed interface OfMetadata extends AccountUpdate {

        /** As {@link #applyTo(Account)}, for a store that keeps credentials apart. */
        Optional<AccountMetadata> applyTo(AccountMetadata stored);

        @Override
        default Optional<Account> applyTo(Account stored) {
            return applyTo(stored.metadata()).map(changed -> new Account(changed, stored.credentials()));
        }
    }

    /** Replaces the refresh state {@code from}, compared to the millisecond, by {@code to}. */
    record OfRefreshState(AccountKey key, AccountVersion version, RefreshState from, RefreshState to)
            implements OfMetadata {

        @Override
        public Optional<AccountMetadata> applyTo(AccountMetadata stored) {
            return Optional.of(stored)
                    .filter(account ->
                            account.version().equals(version) && RefreshStateCodec.isSame(account.refresh(), from))
                    .map(account -> account.withRefresh(to));
        }
    }

    /** Sets when the owner last viewed the account, unless that was later. */
    record OfView(AccountKey key, AccountVersion version, Instant seenAt) implements OfMetadata {

        @Override
        public Optional<AccountMetadata> applyTo(AccountMetadata stored) {
            return Optional.of(stored)
                    .filter(account -> account.version().equals(version)
                            && account.seenAt().isBefore(seenAt))
                    .map(account -> account.withSeenAt(seenAt));
        }
    }

    /** Replaces the credentials of {@code scanned} by the same ones under another key. No write is based on them, so nothing is counted. */
    record OfCredentials(Account scanned, SealedCredentials resealed) implements AccountUpdate {

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
}
