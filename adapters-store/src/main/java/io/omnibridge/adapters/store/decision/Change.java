package io.omnibridge.adapters.store.decision;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;

/** What a write does to the accounts of its user. */
public sealed interface Change {

    /** By how much the user's accounts become more. */
    int growth();

    /** A refusal: it is recorded, and changes nothing. */
    record None() implements Change {
        @Override
        public int growth() {
            return 0;
        }
    }

    /** A new account. */
    record Add(Account account) implements Change {
        @Override
        public int growth() {
            return 1;
        }
    }

    /** The account of the same key, anew. */
    record Replace(Account account) implements Change {
        @Override
        public int growth() {
            return 0;
        }
    }

    /** The account is gone. */
    record Remove(AccountKey key) implements Change {
        @Override
        public int growth() {
            return -1;
        }
    }
}
