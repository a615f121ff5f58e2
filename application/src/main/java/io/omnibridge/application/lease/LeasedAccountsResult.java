package io.omnibridge.application.lease;

import io.omnibridge.domain.account.AccountKey;
import java.util.List;

/** Result of finding the accounts that a requested lease opens. */
sealed interface LeasedAccountsResult {
    record Found(List<AccountKey> accounts) implements LeasedAccountsResult {}

    record NotLinked() implements LeasedAccountsResult {}

    record NoneLinked() implements LeasedAccountsResult {}

    record TooManyLinked() implements LeasedAccountsResult {}
}
