package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.audit.AuditEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One write as one statement: head and account count, accounts, attempts, obligations, record, all of it or nothing. It takes
 * place only where the user's record still ends as it did in {@code snapshot}, and nothing was changed beside the record.
 */
record WriteStatement(UserSnapshot snapshot, Changes changes, AuditEvent event, StoredChainHead head)
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
                 WHERE user_id = ? AND record_count = ? AND record_mac = ? AND moves = ?
                RETURNING user_id
            ),
            """;

    private static final String EVENT = """
            event AS (
                INSERT INTO audit_events (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM head
            )
            SELECT user_id FROM head
            """.formatted(Columns.OF_EVENT);

    /** A part of the statement: a common table expression after the head's, and what fills it in. */
    record Part(String sql, Query.Filling filling) {}

    /** @return whether it took place */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        List<Part> parts = parts();
        StringBuilder sql = new StringBuilder();
        parts.forEach(part -> sql.append(part.sql()));
        Query<String> query =
                new Query<>(sql.toString(), parameters -> fillIn(parameters, parts), row -> row.text("user_id"));
        return !query.over(connection).isEmpty();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(isFirst() ? FIRST_HEAD : NEXT_HEAD, this::fillInHead));
        parts.addAll(AccountParts.of(changes.account()));
        parts.addAll(AttemptParts.of(changes.attempt()));
        parts.addAll(RevocationParts.of(changes.revocations()));
        parts.add(new Part(
                EVENT, parameters -> Columns.fillIn(parameters, new ChainedEvent(head.count(), event, head.mac()))));
        return parts;
    }

    private static void fillIn(Parameters parameters, List<Part> parts) throws SQLException {
        for (Part part : parts) {
            part.filling().into(parameters);
        }
    }

    private void fillInHead(Parameters parameters) throws SQLException {
        parameters
                .number(snapshot.accountCount() + changes.account().growth())
                .number(head.count())
                .bytes(head.mac().toBytes())
                .text(event.action().user().value());
        if (!isFirst()) {
            parameters
                    .number(snapshot.head().count())
                    .bytes(snapshot.head().mac().toBytes())
                    .number(snapshot.unrecordedChanges());
        }
    }

    private boolean isFirst() {
        return snapshot.head().equals(StoredChainHead.NONE);
    }
}
