package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.refresh.RefreshState;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How accounts are changed beside the record. The user's row is locked and counts the change, before the account's: whoever
 * decided on what was there before notices, and nobody waits for the two rows in another order.
 */
final class RefreshStateQueries {

    private static final String MOVE = """
            WITH head AS (
                UPDATE users
                   SET moves = moves + 1
                 WHERE user_id = ?
                   AND EXISTS (SELECT
                                 FROM accounts
                                WHERE user_id = ? AND provider = ? AND provider_account_id = ?
                                  AND link_id = ? AND generation = ? AND refresh = ?)
                RETURNING user_id
            )
            UPDATE accounts
               SET refresh = ?
              FROM head
             WHERE accounts.user_id = head.user_id AND provider = ? AND provider_account_id = ?
               AND link_id = ? AND generation = ? AND refresh = ?
            RETURNING accounts.user_id
            """;

    private static final String TOUCH = """
            WITH head AS (
                UPDATE users
                   SET moves = moves + 1
                 WHERE user_id = ?
                   AND EXISTS (SELECT
                                 FROM accounts
                                WHERE user_id = ? AND provider = ? AND provider_account_id = ?
                                  AND link_id = ? AND generation = ? AND coalesce(used_at, updated_at) < ?)
                RETURNING user_id
            )
            UPDATE accounts
               SET used_at = ?
              FROM head
             WHERE accounts.user_id = head.user_id AND provider = ? AND provider_account_id = ?
               AND link_id = ? AND generation = ? AND coalesce(used_at, updated_at) < ?
            RETURNING accounts.user_id
            """;

    private RefreshStateQueries() {}

    /** Answers a row if it took place. */
    static Query<String> updateRefreshState(
            AccountKey key, AccountVersion expected, RefreshState from, RefreshState to) {
        String former = RefreshStateCodec.of(from);
        return new Query<>(
                MOVE,
                parameters -> {
                    parameters.text(key.owner().value()).text(key.owner().value());
                    fillIn(parameters, key, expected);
                    parameters.text(former).text(RefreshStateCodec.of(to));
                    fillIn(parameters, key, expected);
                    parameters.text(former);
                },
                row -> row.text("user_id"));
    }

    /** Answers a row if it took place. */
    static Query<String> recordUse(AccountKey key, AccountVersion expected, Instant usedAt) {
        return new Query<>(
                TOUCH,
                parameters -> {
                    parameters.text(key.owner().value()).text(key.owner().value());
                    fillIn(parameters, key, expected);
                    parameters.time(usedAt).time(usedAt);
                    fillIn(parameters, key, expected);
                    parameters.time(usedAt);
                },
                row -> row.text("user_id"));
    }

    private static void fillIn(Parameters parameters, AccountKey key, AccountVersion expected) throws SQLException {
        Columns.fillIn(parameters, key);
        parameters.text(expected.linkId().value()).number(expected.generation());
    }
}
