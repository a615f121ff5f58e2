package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.CredentialsUpdate;
import io.omnibridge.adapters.store.spi.RefreshStateUpdate;
import io.omnibridge.adapters.store.spi.ViewUpdate;
import java.sql.SQLException;

/**
 * Statements that change an account without an audit event. An update of metadata locks and counts in the user's row before it
 * changes the account's row: a write that was based on the account as it was notices it, and no two statements wait for the
 * same two rows in different order.
 */
final class AccountUpdateQueries {

    private static final String UPDATE_METADATA = """
            WITH counted AS (
                UPDATE users
                   SET unrecorded_changes = unrecorded_changes + 1
                 WHERE user_id = ?
                   AND EXISTS (SELECT
                                 FROM accounts
                                WHERE accounts.user_id = users.user_id AND provider = ? AND provider_account_id = ?
                                  AND link_id = ? AND generation = ? AND %2$s)
                RETURNING user_id
            )
            UPDATE accounts
               SET %1$s
              FROM counted
             WHERE accounts.user_id = counted.user_id AND provider = ? AND provider_account_id = ?
               AND link_id = ? AND generation = ? AND %2$s
            RETURNING accounts.user_id
            """;

    private static final String UPDATE_REFRESH_STATE =
            UPDATE_METADATA.formatted("refresh_state = ?", "refresh_state = ?");
    private static final String UPDATE_VIEW =
            UPDATE_METADATA.formatted("seen_at = ?", "coalesce(seen_at, updated_at) < ?");

    private static final String UPDATE_CREDENTIALS = """
            UPDATE accounts
               SET sealed = ?
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
               AND link_id = ? AND generation = ? AND sealed = ?
            RETURNING user_id
            """;

    private AccountUpdateQueries() {}

    static DatabaseWork<Boolean> of(AccountUpdate update) {
        if (update instanceof RefreshStateUpdate refresh) {
            return Query.change(UPDATE_REFRESH_STATE, parameters -> fillIn(parameters, refresh));
        }
        if (update instanceof ViewUpdate view) {
            return Query.change(UPDATE_VIEW, parameters -> fillIn(parameters, view));
        }
        CredentialsUpdate credentials = (CredentialsUpdate) update;
        return Query.change(UPDATE_CREDENTIALS, parameters -> fillIn(parameters, credentials));
    }

    private static void fillIn(Parameters parameters, RefreshStateUpdate update) throws SQLException {
        String from = RefreshStateCodec.of(update.from());
        parameters.text(update.key().owner().value());
        Columns.fillIn(parameters, update.key());
        Columns.fillIn(parameters, update.version());
        parameters.text(from).text(RefreshStateCodec.of(update.to()));
        Columns.fillIn(parameters, update.key());
        Columns.fillIn(parameters, update.version());
        parameters.text(from);
    }

    private static void fillIn(Parameters parameters, ViewUpdate update) throws SQLException {
        parameters.text(update.key().owner().value());
        Columns.fillIn(parameters, update.key());
        Columns.fillIn(parameters, update.version());
        parameters.time(update.seenAt()).time(update.seenAt());
        Columns.fillIn(parameters, update.key());
        Columns.fillIn(parameters, update.version());
        parameters.time(update.seenAt());
    }

    private static void fillIn(Parameters parameters, CredentialsUpdate update) throws SQLException {
        parameters.bytes(update.resealed().toBytes()).text(update.key().owner().value());
        Columns.fillIn(parameters, update.key());
        Columns.fillIn(parameters, update.scanned().version());
        parameters.bytes(update.scanned().credentials().toBytes());
    }
}
