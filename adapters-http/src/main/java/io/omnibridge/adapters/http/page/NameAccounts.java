package io.omnibridge.adapters.http.page;

import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.identity.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the names of a user's accounts for one page. That is no look at the accounts. Thread-safe. */
public final class NameAccounts {

    /** Accounts in one read of the store. Those behind it are named by their ids. */
    private static final int MAX_ACCOUNTS = 1_000;

    private final ProviderNames providers;
    private final ListAccounts listAccounts;

    public NameAccounts(DescribeProviders providers, ListAccounts listAccounts) {
        this.providers = new ProviderNames(Objects.requireNonNull(providers));
        this.listAccounts = Objects.requireNonNull(listAccounts);
    }

    /** Reads the labels of the caller's accounts, all at once. */
    AccountNames of(Caller caller) {
        Map<AccountKey, AccountLabel> labels = new HashMap<>();
        listAccounts
                .list(caller, Optional.empty(), Optional.empty(), MAX_ACCOUNTS)
                .accounts()
                .forEach(account -> account.label().ifPresent(label -> labels.put(account.key(), label)));
        return new AccountNames(providers, labels);
    }
}
