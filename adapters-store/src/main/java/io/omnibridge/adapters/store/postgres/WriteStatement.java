package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@link UserWrite} as one statement: it changes the user's row, account, attempt, pending revocations, lease, sign-out and
 * audit log, all of it or nothing, and nothing unless the user's row still is as in the snapshot.
 */
record WriteStatement(UserWrite write) implements DatabaseWork<Boolean> {

    private static final String FIRST_HEAD = """
            WITH chain_head AS (
                INSERT INTO users (account_count, chain_head_position, chain_head_mac, user_id)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO NOTHING
                RETURNING user_id
            ),
            """;

    private static final String NEXT_HEAD = """
            WITH chain_head AS (
                UPDATE users
                   SET account_count = ?, chain_head_position = ?, chain_head_mac = ?
                 WHERE user_id = ? AND chain_head_position = ? AND chain_head_mac = ? AND unrecorded_changes = ?
                RETURNING user_id
            ),
            """;

    private static final String EVENT = """
            event AS (
                INSERT INTO audit_events (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM chain_head
            )
            SELECT user_id FROM chain_head
            """.formatted(Columns.OF_EVENT);

    /** Returns whether it took place. */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        List<WriteClause> clauses = clauses();
        StringBuilder sql = new StringBuilder();
        clauses.forEach(clause -> sql.append(clause.sql()));
        return Query.change(sql.toString(), parameters -> fillIn(parameters, clauses))
                .over(connection);
    }

    private List<WriteClause> clauses() {
        List<WriteClause> clauses = new ArrayList<>();
        clauses.add(new WriteClause(isFirst() ? FIRST_HEAD : NEXT_HEAD, this::fillInHead));
        Changes changes = write.changes();
        changes.account().map(AccountClauses::of).ifPresent(clauses::add);
        changes.attempt().map(AttemptClauses::of).ifPresent(clauses::addAll);
        clauses.addAll(RevocationClauses.of(changes.revocations()));
        changes.lease().map(LeaseClauses::of).ifPresent(clauses::addAll);
        changes.signOut().map(SignOutClauses::of).ifPresent(clauses::add);
        clauses.add(new WriteClause(EVENT, parameters -> Columns.fillIn(parameters, write.event())));
        return clauses;
    }

    private static void fillIn(Parameters parameters, List<WriteClause> clauses) throws SQLException {
        for (WriteClause clause : clauses) {
            clause.filling().into(parameters);
        }
    }

    private void fillInHead(Parameters parameters) throws SQLException {
        parameters
                .number(write.accountCount())
                .number(write.head().count())
                .bytes(write.head().mac().toBytes())
                .text(write.user().value());
        if (!isFirst()) {
            UserSnapshot snapshot = write.snapshot();
            parameters
                    .number(snapshot.head().count())
                    .bytes(snapshot.head().mac().toBytes())
                    .number(snapshot.unrecordedChanges());
        }
    }

    private boolean isFirst() {
        return write.snapshot().head().equals(StoredChainHead.NONE);
    }
}
