package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.domain.account.AccountKey;

/** Clauses of a {@link WriteStatement} that change accounts. */
final class AccountClauses {

    private static final String ADD = """
            account AS (
                INSERT INTO accounts (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, CAST(? AS bigint), ?,
                       CAST(? AS timestamptz), ?, ?, ?
                  FROM chain_head
            ),
            """.formatted(Columns.OF_ACCOUNT);

    /** In the order in which {@link Columns} fills in an account. */
    private static final String REPLACE = """
            account AS (
                UPDATE accounts
                   SET link_id = ?, generation = ?, scopes = ?, linked_by = ?, refreshable = ?, expires_at = ?,
                       linked_at = ?, updated_at = ?, refresh_state = ?, used_at = ?, seen_at = ?, token_origin = ?,
                       label = ?, data_used_at = coalesce(accounts.data_used_at, ?)%s
                  FROM chain_head
                 WHERE accounts.user_id = chain_head.user_id AND provider = ? AND provider_account_id = ?
            ),
            """;

    private static final String REPLACE_ALL = REPLACE.formatted(", sealed = ?");
    private static final String REPLACE_METADATA = REPLACE.formatted("");

    private static final String REMOVE = """
            account AS (
                DELETE FROM accounts
                 USING chain_head
                 WHERE accounts.user_id = chain_head.user_id AND provider = ? AND provider_account_id = ?
            ),
            """;

    private AccountClauses() {}

    static WriteClause of(AccountChange change) {
        if (change instanceof AccountChange.Add add) {
            return new WriteClause(ADD, parameters -> Columns.fillIn(parameters, add.account()));
        }
        if (change instanceof AccountChange.Replace replace) {
            return new WriteClause(REPLACE_ALL, parameters -> Columns.fillIn(parameters, replace.account()));
        }
        if (change instanceof AccountChange.ReplaceMetadata replace) {
            return new WriteClause(REPLACE_METADATA, parameters -> {
                Columns.fillIn(parameters, replace.account());
                Columns.fillIn(parameters, replace.account().key());
            });
        }
        AccountKey removed = ((AccountChange.Remove) change).key();
        return new WriteClause(REMOVE, parameters -> Columns.fillIn(parameters, removed));
    }
}
