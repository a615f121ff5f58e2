package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LastUses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Change of one account by a write, or of the use of several. */
public sealed interface AccountChange {

    /** Returns how many more accounts the user has afterwards. */
    default int growth() {
        return 0;
    }

    /** No change. */
    record None() implements AccountChange {}

    /** Adds an account, of a key that the user does not have. */
    record Add(Account account) implements AccountChange {
        @Override
        public int growth() {
            return 1;
        }
    }

    /** Replaces the account of the same key. */
    record Replace(Account account) implements AccountChange {}

    /** Replaces the account of the same key, but for its credentials: they stay as they are stored by now. */
    record ReplaceMetadata(AccountMetadata account) implements AccountChange {}

    /**
     * Sets {@code dataUsedAt} of those of the accounts that the user has, unless it is later. Only this change and a load set it: a replaced
     * account keeps it. Neither the version of an account nor the counter of unrecorded changes changes, so no refresh fails by it.
     *
     * @param accounts at least one, all of the user
     * @param minute when they were used, truncated to the minute
     */
    record DataUse(List<AccountKey> accounts, Instant minute) implements AccountChange {
        public DataUse {
            accounts = List.copyOf(accounts);
            if (accounts.isEmpty()) {
                throw new IllegalArgumentException("no account");
            }
            minute = minute.truncatedTo(ChronoUnit.MINUTES);
        }

        /** Returns the account after the use. */
        AccountMetadata applyTo(AccountMetadata stored) {
            LastUses used = new LastUses(stored.usedAt(), stored.seenAt(), Optional.of(minute));
            return stored.withUses(stored.uses().mergedWith(used));
        }
    }

    /** Removes the account. */
    record Remove(AccountKey key) implements AccountChange {
        @Override
        public int growth() {
            return -1;
        }
    }
}
