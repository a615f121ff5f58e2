package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Change;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.audit.AuditEvent;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One write as one statement: head and account count, accounts, record, all of it or nothing. It takes place only where the
 * user's record still ends as it did in {@code holding}.
 */
record WriteStatement(Holding holding, Change change, AuditEvent event, RecordHead head)
        implements Database.Work<Boolean> {

    private static final String FIRST_HEAD = """
            WITH head AS (
                INSERT INTO users (account_count, record_count, record_mac, user_id)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO NOTHING
                RETURNING user_id
            ),
            """;

    private static final String NEXT_HEAD = """
            WITH head AS (
                UPDATE users
                   SET account_count = ?, record_count = ?, record_mac = ?
                 WHERE user_id = ? AND record_count = ? AND record_mac = ?
                RETURNING user_id
            ),
            """;

    private static final String ADD = """
            account AS (
                INSERT INTO accounts (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ? FROM head
            ),
            """.formatted(Columns.OF_ACCOUNT);

    private static final String REPLACE = """
            account AS (
                UPDATE accounts
                   SET link_id = ?, generation = ?, scopes = ?, linked_by = ?, refreshable = ?, expires_at = ?,
                       linked_at = ?, updated_at = ?, sealed = ?
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

    private static final String EVENT = """
            event AS (
                INSERT INTO audit_events (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM head
            )
            SELECT user_id FROM head
            """.formatted(Columns.OF_EVENT);

    /** @return whether it took place */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        return !new Query<>(headSql() + changeSql() + EVENT, this::fillIn, row -> row.text("user_id"))
                .over(connection)
                .isEmpty();
    }

    private String headSql() {
        return holding.head().equals(RecordHead.NONE) ? FIRST_HEAD : NEXT_HEAD;
    }

    private String changeSql() {
        if (change instanceof Change.Add) {
            return ADD;
        }
        if (change instanceof Change.Replace) {
            return REPLACE;
        }
        return change instanceof Change.Remove ? REMOVE : "";
    }

    private void fillIn(Parameters parameters) throws SQLException {
        fillInHead(parameters);
        fillInChange(parameters);
        Columns.fillIn(parameters, new RecordedEvent(head.count(), event, head.mac()));
    }

    private void fillInHead(Parameters parameters) throws SQLException {
        parameters
                .number(holding.accounts() + change.growth())
                .number(head.count())
                .bytes(head.mac().toBytes())
                .text(event.action().user().value());
        if (!holding.head().equals(RecordHead.NONE)) {
            parameters.number(holding.head().count()).bytes(holding.head().mac().toBytes());
        }
    }

    private void fillInChange(Parameters parameters) throws SQLException {
        if (change instanceof Change.Add add) {
            Columns.fillIn(parameters, add.account());
        } else if (change instanceof Change.Replace replace) {
            Columns.fillIn(parameters, replace.account());
        } else if (change instanceof Change.Remove remove) {
            Columns.fillIn(parameters, remove.key());
        }
    }
}
