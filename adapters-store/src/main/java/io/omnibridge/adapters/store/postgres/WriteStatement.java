package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@link UserWrite} as one statement: it changes the user's row, accounts, attempts, pending revocations and audit log, all
 * of it or nothing, and nothing unless the user's row still is as in the snapshot.
 */
record WriteStatement(UserWrite write) implements Database.Work<Boolean> {

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

    /** A common table expression of the statement, and its parameters. */
    record Part(String sql, Query.Filling filling) {}

    /** Returns whether it took place. */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        List<Part> parts = parts();
        StringBuilder sql = new StringBuilder();
        parts.forEach(part -> sql.append(part.sql()));
        return Query.change(sql.toString(), parameters -> fillIn(parameters, parts))
                .over(connection);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(isFirst() ? FIRST_HEAD : NEXT_HEAD, this::fillInHead));
        parts.addAll(AccountParts.of(write.changes().account()));
        parts.addAll(AttemptParts.of(write.changes().attempt()));
        parts.addAll(RevocationParts.of(write.changes().revocations()));
        parts.addAll(LeaseParts.of(write.changes().lease()));
        parts.addAll(SignOutParts.of(write.changes().signOut()));
        parts.add(new Part(EVENT, parameters -> Columns.fillIn(parameters, write.event())));
        return parts;
    }

    private static void fillIn(Parameters parameters, List<Part> parts) throws SQLException {
        for (Part part : parts) {
            part.filling().into(parameters);
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
