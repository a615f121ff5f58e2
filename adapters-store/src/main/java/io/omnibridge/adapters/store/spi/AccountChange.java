package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;

/** Change of one account by a write. */
public sealed interface AccountChange {

    /** Returns how many more accounts the user has afterwards. */
    default int growth() {
        return 0;
    }

    /** Adds an account, of a key that the user does not have. */
    record Add(Account account) implements AccountChange {
        @Override
        public int growth() {
            return 1;
        }
    }

    /** Replaces the account of the same key, but for the time of the last use of its data, if the store has one. */
    record Replace(Account account) implements AccountChange {}

    /** Replaces the account of the same key, as {@link Replace} does, and leaves its credentials as they are stored by now. */
    record ReplaceMetadata(AccountMetadata account) implements AccountChange {}

    /** Removes the account. */
    record Remove(AccountKey key) implements AccountChange {
        @Override
        public int growth() {
            return -1;
        }
    }
}
