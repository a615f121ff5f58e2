package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.sql.SQLException;
import java.util.List;

/** Statements that read pending revocations, in the order of the primary key, and that change them without an audit event. */
final class RevocationQueries {

    private static final String SCAN = """
            SELECT user_id, %s
              FROM pending_revocations
             WHERE (user_id, pending_revocation_id) > (?, ?)
             ORDER BY user_id, pending_revocation_id
             LIMIT ?
            """.formatted(Columns.OF_REVOCATION);

    private static final String OF_USER = """
            SELECT user_id, %s
              FROM pending_revocations
             WHERE user_id = ?
             ORDER BY pending_revocation_id
            """.formatted(Columns.OF_REVOCATION);

    /** The other columns never change. */
    private static final String REPLACE = """
            UPDATE pending_revocations
               SET due_at = ?, failures = ?, sealed = ?
             WHERE user_id = ? AND pending_revocation_id = ? AND due_at = ? AND failures = ? AND sealed = ?
            RETURNING user_id
            """;

    private RevocationQueries() {}

    static Query<ScanItem<PendingRevocation>> scan(DecodedCursor after, int limit) {
        return new Query<>(
                SCAN,
                parameters -> parameters.text(after.part(0)).text(after.part(1)).number(limit),
                row -> new ScanItem<>(cursor(row), row.readable(RevocationQueries::revocation)));
    }

    static Query<PendingRevocation> of(UserId user) {
        return new Query<>(OF_USER, parameters -> parameters.text(user.value()), RevocationQueries::revocation);
    }

    static DatabaseWork<Boolean> replace(PendingRevocation former, PendingRevocation next) {
        return Query.change(REPLACE, parameters -> {
            fillInChanging(parameters, next);
            parameters.text(former.account().owner().value()).text(former.id().value());
            fillInChanging(parameters, former);
        });
    }

    private static void fillInChanging(Parameters parameters, PendingRevocation revocation) throws SQLException {
        parameters
                .time(revocation.dueAt())
                .number(revocation.failures())
                .bytes(revocation.sealed().toBytes());
    }

    private static PendingRevocation revocation(Row row) throws SQLException {
        return new PendingRevocation(
                new PendingRevocationId(row.text("pending_revocation_id")),
                AccountQueries.key(new UserId(row.text("user_id")), row),
                AccountQueries.version(row),
                RevocationScope.valueOf(row.text("scope")),
                new SealedToken(row.bytes("sealed")),
                row.time("since"),
                row.time("due_at"),
                Math.toIntExact(row.number("failures")));
    }

    private static DecodedCursor cursor(Row row) throws SQLException {
        return new DecodedCursor(
                CursorKind.PENDING_REVOCATIONS, List.of(row.text("user_id"), row.text("pending_revocation_id")));
    }
}
