package io.omnibridge.adapters.http.page;

import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.List;
import java.util.Objects;

/** Describes accounts for pages. Asks neither the store nor a provider. Thread-safe. */
public final class AccountCards {

    private final DescribeAccounts describeAccounts;
    private final DescribeProviders describeProviders;

    public AccountCards(DescribeAccounts describeAccounts, DescribeProviders describeProviders) {
        this.describeAccounts = Objects.requireNonNull(describeAccounts);
        this.describeProviders = Objects.requireNonNull(describeProviders);
    }

    /** Returns what describes the providers. */
    public DescribeProviders providers() {
        return describeProviders;
    }

    AccountCard of(AccountMetadata account) {
        return of(List.of(account)).get(0);
    }

    List<AccountCard> of(List<AccountMetadata> accounts) {
        return describeAccounts.describe(accounts).stream()
                .map(description -> new AccountCard(
                        description,
                        describeProviders.find(description.metadata().key().provider())))
                .toList();
    }
}
