package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a page of accounts that a store reads in order. Not thread-safe. */
public final class AccountPageBuilder {

    private final int limit;
    private final List<AccountMetadata> accounts = new ArrayList<>();
    private long scopesLength;

    public AccountPageBuilder(int limit) {
        this.limit = limit;
    }

    /** Returns whether the page has no room for another account. */
    public boolean isFull() {
        return accounts.size() >= limit || scopesLength >= AccountPage.MAX_SCOPES_LENGTH;
    }

    public void add(AccountMetadata account) {
        accounts.add(account);
        scopesLength += account.scopes().length();
    }

    /** Returns the page if no account follows. */
    public AccountPage last() {
        return new AccountPage(accounts, Optional.empty());
    }

    /** Returns the page if more accounts follow; it has at least one. */
    public AccountPage withMore() {
        return new AccountPage(
                accounts,
                Optional.of(
                        AccountPosition.behind(accounts.get(accounts.size() - 1).key())));
    }
}
