package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.postgres.WriteStatement.Part;
import io.omnibridge.adapters.store.spi.AccountChange;
import java.util.List;

/** What a {@link WriteStatement} does to accounts. */
final class AccountParts {

    private static final String ADD = """
            account AS (
                INSERT INTO accounts (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, ?, ? FROM head
            ),
            """.formatted(Columns.OF_ACCOUNT);

    private static final String REPLACE = """
            account AS (
                UPDATE accounts
                   SET link_id = ?, generation = ?, scopes = ?, linked_by = ?, refreshable = ?, expires_at = ?,
                       linked_at = ?, updated_at = ?, refresh = ?, used_at = ?, sealed = ?
                  FROM head
                 WHERE accounts.user_id = head.user_id AND provider = ? AND provider_account_id = ?
            ),
            """;

    private static final String SHOW = """
            account AS (
                UPDATE accounts
                   SET link_id = ?, generation = ?, scopes = ?, linked_by = ?, refreshable = ?, expires_at = ?,
                       linked_at = ?, updated_at = ?, refresh = ?, used_at = ?
                  FROM head
                 WHERE accounts.user_id = head.user_id AND provider = ? AND provider_account_id = ?
            ),
            """;

    private static final String REMOVE = """
            account AS (
                DELETE FROM accounts
                 USING head
                 WHERE accounts.user_id = head.user_id AND provider = ? AND provider_account_id = ?
            ),
            """;

    private AccountParts() {}

    static List<Part> of(AccountChange change) {
        if (change instanceof AccountChange.Add add) {
            return List.of(new Part(ADD, parameters -> Columns.fillIn(parameters, add.account())));
        }
        if (change instanceof AccountChange.Replace replace) {
            return List.of(new Part(REPLACE, parameters -> Columns.fillIn(parameters, replace.account())));
        }
        if (change instanceof AccountChange.ReplaceMetadata show) {
            return List.of(new Part(SHOW, parameters -> {
                Columns.fillIn(parameters, show.account());
                Columns.fillIn(parameters, show.account().key());
            }));
        }
        return change instanceof AccountChange.Remove remove
                ? List.of(new Part(REMOVE, parameters -> Columns.fillIn(parameters, remove.key())))
                : List.of();
    }
}
