package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of a user's accounts, ordered by provider, then by account id, by code point.
 *
 * @param next where the next page begins; empty on the last page
 */
public record AccountPage(List<AccountMetadata> accounts, Optional<AccountPosition> next) {

    /**
     * A page ends early with the account whose scopes take it to this number of characters, so that its size in memory is bounded
     * whatever the scopes are.
     */
    public static final int MAX_SCOPES_LENGTH = 256 * 1_024;

    public AccountPage {
        accounts = Collections.unmodifiableList(accounts);
        Objects.requireNonNull(next, "next");
    }

    /** Returns the first page of {@code accounts}, which are all that follow, or more than {@code limit} of them. */
    public static AccountPage of(Iterable<AccountMetadata> accounts, int limit) {
        List<AccountMetadata> page = new ArrayList<>();
        long scopesLength = 0;
        for (AccountMetadata account : accounts) {
            if (page.size() >= limit || scopesLength >= MAX_SCOPES_LENGTH) {
                AccountMetadata last = page.get(page.size() - 1);
                return new AccountPage(page, Optional.of(AccountPosition.behind(last.key())));
            }
            page.add(account);
            scopesLength += account.scopes().length();
        }
        return new AccountPage(page, Optional.empty());
    }
}
