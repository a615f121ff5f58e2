package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.AttemptDecisions;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How what a write is decided on is read: at one moment, and no more than the write is about. */
final class HoldingQuery {

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

    private HoldingQuery() {}

    static Database.Work<Holding> of(Subject subject) {
        Query<Holding> query =
                new Query<>(sql(subject), parameters -> fillIn(parameters, subject), row -> holding(subject, row));
        return connection -> query.over(connection).stream().findFirst().orElse(Holding.NOTHING);
    }

    private static String sql(Subject subject) {
        return HEAD
                + (subject.attempt().isPresent() ? ATTEMPT : "")
                + (subject.pendingAt().isPresent() ? PENDING : "")
                + (subject.obligation().isPresent() ? OWED : "")
                + OF_USER;
    }

    private static void fillIn(Parameters parameters, Subject subject) throws SQLException {
        String user = subject.user().value();
        if (subject.attempt().isPresent()) {
            parameters.text(user).text(subject.attempt().get().value());
        }
        if (subject.pendingAt().isPresent()) {
            Instant at = subject.pendingAt().get();
            parameters.text(user).time(at).text(user).time(at.minus(AttemptDecisions.KEPT));
        }
        if (subject.obligation().isPresent()) {
            parameters.text(user).text(subject.obligation().get().value());
        }
        parameters
                .text(subject.account().map(key -> key.provider().value()))
                .text(subject.account().map(key -> key.providerAccountId().value()))
                .text(user);
    }

    private static Holding holding(Subject subject, Row row) throws SQLException {
        boolean hasAttempt = subject.attempt().isPresent() && !row.isNull("attempt");
        return new Holding(
                row.number("account_count"),
                RecordQueries.head(row),
                row.number("moves"),
                linked(row),
                hasAttempt ? OptionalLong.of(row.number("attempt")) : OptionalLong.empty(),
                subject.pendingAt().isPresent() ? row.number("pending") : 0,
                subject.pendingAt().isPresent() ? row.number("recent") : 0,
                subject.obligation().isPresent() && row.flag("owed"));
    }

    private static Optional<Holding.Linked> linked(Row row) throws SQLException {
        Optional<String> linkId = row.optionalText("link_id");
        if (linkId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Holding.Linked(
                new AccountVersion(new LinkId(linkId.get()), row.number("generation")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.time("linked_at"),
                row.refresh("refresh"),
                row.time("used_at")));
    }
}
