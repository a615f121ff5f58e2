package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.sql.SQLException;
import java.util.List;

/** How obligations are read, by the primary key, and changed beside the record. */
final class RevocationQueries {

    private static final String SWEEP = """
            SELECT user_id, %s
              FROM obligations
             WHERE (user_id, obligation_id) > (?, ?)
             ORDER BY user_id, obligation_id
             LIMIT ?
            """.formatted(Columns.OF_OBLIGATION);

    private static final String OF_USER = """
            SELECT user_id, %s
              FROM obligations
             WHERE user_id = ?
             ORDER BY obligation_id
            """.formatted(Columns.OF_OBLIGATION);

    /** What else an obligation has never changes. */
    private static final String REPLACE = """
            UPDATE obligations
               SET due_at = ?, failures = ?, sealed = ?
             WHERE user_id = ? AND obligation_id = ? AND due_at = ? AND failures = ? AND sealed = ?
            RETURNING user_id
            """;

    private RevocationQueries() {}

    static Query<ScanItem<PendingRevocation>> scan(DecodedCursor after, int limit) {
        return new Query<>(
                SWEEP,
                parameters -> parameters.text(after.part(0)).text(after.part(1)).number(limit),
                row -> new ScanItem<>(at(row), row.readable(RevocationQueries::pendingRevocation)));
    }

    static Query<PendingRevocation> of(UserId user) {
        return new Query<>(OF_USER, parameters -> parameters.text(user.value()), RevocationQueries::pendingRevocation);
    }

    /** Answers a row if it took place. */
    static Query<String> replace(PendingRevocation former, PendingRevocation next) {
        return new Query<>(
                REPLACE,
                parameters -> {
                    fillInState(parameters, next);
                    parameters
                            .text(former.account().owner().value())
                            .text(former.id().value());
                    fillInState(parameters, former);
                },
                row -> row.text("user_id"));
    }

    private static void fillInState(Parameters parameters, PendingRevocation pendingRevocation) throws SQLException {
        parameters
                .time(pendingRevocation.dueAt())
                .number(pendingRevocation.failures())
                .bytes(pendingRevocation.sealed().toBytes());
    }

    private static PendingRevocation pendingRevocation(Row row) throws SQLException {
        return new PendingRevocation(
                new PendingRevocationId(row.text("obligation_id")),
                new AccountKey(
                        new UserId(row.text("user_id")),
                        new ProviderId(row.text("provider")),
                        new ProviderAccountId(row.text("provider_account_id"))),
                new AccountVersion(new LinkId(row.text("link_id")), row.number("generation")),
                RevocationScope.valueOf(row.text("scope")),
                new SealedToken(row.bytes("sealed")),
                row.time("since"),
                row.time("due_at"),
                Math.toIntExact(row.number("failures")));
    }

    private static DecodedCursor at(Row row) throws SQLException {
        return new DecodedCursor(
                DecodedCursor.Kind.PENDING_REVOCATIONS, List.of(row.text("user_id"), row.text("obligation_id")));
    }
}
