package io.omnibridge.adapters.store.write;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;

/** What a write does to the accounts of its user. */
public sealed interface Change {

    /** By how much the user's accounts become more. */
    default int growth() {
        return 0;
    }

    /** Nothing. */
    record None() implements Change {}

    /** A new account. */
    record Add(Account account) implements Change {
        @Override
        public int growth() {
            return 1;
        }
    }

    /** The account of the same key, anew. */
    record Replace(Account account) implements Change {}

    /** The account of the same key, but for its sealed credentials: whatever these are by now, they stay. */
    record Show(AccountMetadata account) implements Change {}

    /** The account is gone. */
    record Remove(AccountKey key) implements Change {
        @Override
        public int growth() {
            return -1;
        }
    }
}
