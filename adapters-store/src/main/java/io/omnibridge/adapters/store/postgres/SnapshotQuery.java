package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How what a write is decided on is read: at one moment, and no more than the write is about. */
final class SnapshotQuery {

    private static final String HEAD = """
            SELECT account_count, record_count, record_mac, moves,
                   link_id, generation, linked_by, linked_at, refresh, coalesce(used_at, updated_at) AS used_at
            """;

    private static final String ATTEMPT = """
                   , (SELECT revision FROM connect_attempts WHERE user_id = ? AND attempt_id = ?) AS attempt
            """;

    private static final String PENDING = """
                   , (SELECT count(*) FROM connect_attempts WHERE user_id = ? AND pending AND expires_at > ?) AS pending
                   , (SELECT count(*) FROM connect_attempts WHERE user_id = ? AND begun_at > ?) AS recent
            """;

    private static final String OWED = """
                   , EXISTS (SELECT FROM obligations WHERE user_id = ? AND obligation_id = ?) AS owed
            """;

    private static final String OF_USER = """
              FROM users
              LEFT JOIN accounts
                ON accounts.user_id = users.user_id AND provider = ? AND provider_account_id = ?
             WHERE users.user_id = ?
            """;

    private SnapshotQuery() {}

    static Database.Work<UserSnapshot> of(SnapshotScope subject) {
        Query<UserSnapshot> query =
                new Query<>(sql(subject), parameters -> fillIn(parameters, subject), row -> snapshot(subject, row));
        return connection -> query.over(connection).stream().findFirst().orElse(UserSnapshot.EMPTY);
    }

    private static String sql(SnapshotScope subject) {
        return HEAD
                + (subject.attempt().isPresent() ? ATTEMPT : "")
                + (subject.pendingAt().isPresent() ? PENDING : "")
                + (subject.pendingRevocation().isPresent() ? OWED : "")
                + OF_USER;
    }

    private static void fillIn(Parameters parameters, SnapshotScope subject) throws SQLException {
        String user = subject.user().value();
        if (subject.attempt().isPresent()) {
            parameters.text(user).text(subject.attempt().get().value());
        }
        if (subject.pendingAt().isPresent()) {
            Instant at = subject.pendingAt().get();
            parameters.text(user).time(at).text(user).time(at.minus(AttemptChange.RETENTION));
        }
        if (subject.pendingRevocation().isPresent()) {
            parameters.text(user).text(subject.pendingRevocation().get().value());
        }
        parameters
                .text(subject.account().map(key -> key.provider().value()))
                .text(subject.account().map(key -> key.providerAccountId().value()))
                .text(user);
    }

    private static UserSnapshot snapshot(SnapshotScope subject, Row row) throws SQLException {
        boolean hasAttempt = subject.attempt().isPresent() && !row.isNull("attempt");
        return new UserSnapshot(
                row.number("account_count"),
                AuditLogQueries.head(row),
                row.number("moves"),
                linked(row),
                hasAttempt ? OptionalLong.of(row.number("attempt")) : OptionalLong.empty(),
                subject.pendingAt().isPresent() ? row.number("pending") : 0,
                subject.pendingAt().isPresent() ? row.number("recent") : 0,
                subject.pendingRevocation().isPresent() && row.flag("owed"));
    }

    private static Optional<UserSnapshot.LinkedAccount> linked(Row row) throws SQLException {
        Optional<String> linkId = row.optionalText("link_id");
        if (linkId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UserSnapshot.LinkedAccount(
                new AccountVersion(new LinkId(linkId.get()), row.number("generation")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.time("linked_at"),
                row.refresh("refresh"),
                row.time("used_at")));
    }
}
