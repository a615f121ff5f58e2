package io.omnibridge.adapters.store.postgres;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Statements that list accounts of one user. */
final class ListQueries {

    /**
     * A page: what is behind a position, up to a number of accounts, and no further than the account whose scopes take the page to its
     * greatest length. The database reads the accounts in the order of the primary key, and no more of them than the page has.
     */
    private static final String PAGE = """
            SELECT *
              FROM (SELECT %s,
                           sum(length(scopes)) OVER listing - length(scopes) AS scopes_before,
                           lead(provider) OVER listing IS NOT NULL AS has_next
                      FROM accounts
                     WHERE user_id = ? AND (provider, provider_account_id) > (?, ?) %s
                    WINDOW listing AS (ORDER BY provider, provider_account_id
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
                     ORDER BY provider, provider_account_id
                     LIMIT ?) AS page
             WHERE scopes_before < ?
             ORDER BY provider, provider_account_id
            """;

    private static final String PAGE_OF_ALL = PAGE.formatted(AccountQueries.METADATA, "");
    private static final String PAGE_OF_PROVIDER = PAGE.formatted(AccountQueries.METADATA, "AND provider = ?");

    private static final String KEYS = """
            SELECT provider, provider_account_id
              FROM accounts
             WHERE user_id = ?
            """;

    private ListQueries() {}

    /** Row of a page, and whether another account follows it. */
    private record PageRow(AccountMetadata account, boolean hasNext) {}

    static DatabaseWork<AccountPage> page(
            UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        Query<PageRow> query = new Query<>(
                provider.isPresent() ? PAGE_OF_PROVIDER : PAGE_OF_ALL,
                parameters -> {
                    parameters
                            .text(owner.value())
                            .text(after.map(it -> it.provider().value()).orElse(""))
                            .text(after.map(it -> it.providerAccountId().value())
                                    .orElse(""));
                    if (provider.isPresent()) {
                        parameters.text(provider.get().value());
                    }
                    parameters.number(limit).number(AccountPage.MAX_SCOPES_LENGTH);
                },
                row -> new PageRow(AccountQueries.metadata(owner, row), row.flag("has_next")));
        return connection -> page(query.over(connection));
    }

    static Query<AccountKey> keys(UserId owner) {
        return new Query<>(KEYS, parameters -> parameters.text(owner.value()), row -> AccountQueries.key(owner, row));
    }

    private static AccountPage page(List<PageRow> rows) {
        Optional<PageRow> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
        return new AccountPage(
                rows.stream().map(PageRow::account).toList(),
                last.filter(PageRow::hasNext)
                        .map(row -> AccountPosition.behind(row.account().key())));
    }
}
