package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.LeaseCounts;
import io.omnibridge.adapters.store.spi.LeaseScope;
import io.omnibridge.adapters.store.spi.LinkedAccount;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.identity.LeaseId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Statement that reads a {@link UserSnapshot}: at one moment, and no more than its scope names. */
final class SnapshotQuery {

    private static final String SELECT = """
            SELECT account_count, chain_head_position, chain_head_mac, unrecorded_changes,
                   link_id, generation, linked_by, linked_at, refresh_state, used_at, seen_at,
                   data_used_at, label
            """;

    private static final String ATTEMPT = """
                   , (SELECT revision FROM connect_attempts WHERE user_id = ? AND attempt_id = ?) AS attempt_revision
            """;

    private static final String OPEN = """
                   , (SELECT count(*) FROM connect_attempts
                       WHERE user_id = ? AND state IN ('PENDING', 'RETURNED', 'EXCHANGING') AND expires_at > ?) AS open_attempts
                   , (SELECT count(*) FROM connect_attempts WHERE user_id = ? AND begun_at > ?) AS recent_attempts
            """;

    private static final String REVOCATION = """
                   , EXISTS (SELECT FROM pending_revocations WHERE user_id = ? AND pending_revocation_id = ?) AS revocation_pending
            """;

    private static final String LEASES = """
                   , (SELECT count(*) FROM leases WHERE user_id = ? AND expires_at > ? AND ended_at IS NULL) AS live_leases
                   , (SELECT count(*) FROM leases WHERE user_id = ? AND expires_at > ?) AS unexpired_leases
                   , EXISTS (SELECT FROM leases WHERE user_id = ? AND lease_id = ? AND ended_at IS NULL) AS has_open_lease
            """;

    private static final String OF_USER = """
              FROM users
              LEFT JOIN accounts
                ON accounts.user_id = users.user_id AND provider = ? AND provider_account_id = ?
             WHERE users.user_id = ?
            """;

    private SnapshotQuery() {}

    static DatabaseWork<UserSnapshot> of(SnapshotScope scope) {
        Query<UserSnapshot> query =
                new Query<>(sql(scope), parameters -> fillIn(parameters, scope), row -> snapshot(scope, row));
        return connection -> query.over(connection).stream().findFirst().orElse(UserSnapshot.EMPTY);
    }

    private static String sql(SnapshotScope scope) {
        return SELECT
                + (scope.attempt().isPresent() ? ATTEMPT : "")
                + (scope.openAt().isPresent() ? OPEN : "")
                + (scope.pendingRevocation().isPresent() ? REVOCATION : "")
                + (scope.leases().isPresent() ? LEASES : "")
                + OF_USER;
    }

    private static void fillIn(Parameters parameters, SnapshotScope scope) throws SQLException {
        String user = scope.user().value();
        if (scope.attempt().isPresent()) {
            parameters.text(user).text(scope.attempt().get().value());
        }
        if (scope.openAt().isPresent()) {
            parameters.text(user).time(scope.openAt()).text(user).time(scope.recentAfter());
        }
        if (scope.pendingRevocation().isPresent()) {
            parameters.text(user).text(scope.pendingRevocation().get().value());
        }
        if (scope.leases().isPresent()) {
            fillIn(parameters, user, scope.leases().get());
        }
        parameters
                .text(scope.account().map(key -> key.provider().value()))
                .text(scope.account().map(key -> key.providerAccountId().value()))
                .text(user);
    }

    private static void fillIn(Parameters parameters, String user, LeaseScope leases) throws SQLException {
        Instant at = leases.at().orElse(Instant.EPOCH);
        parameters.text(user).time(at).text(user).time(at);
        parameters.text(user).text(leases.id().map(LeaseId::value));
    }

    private static UserSnapshot snapshot(SnapshotScope scope, Row row) throws SQLException {
        boolean hasAttempt = scope.attempt().isPresent() && !row.isNull("attempt_revision");
        return new UserSnapshot(
                row.number("account_count"),
                row.head(),
                row.number("unrecorded_changes"),
                linked(row),
                hasAttempt ? OptionalLong.of(row.number("attempt_revision")) : OptionalLong.empty(),
                scope.openAt().isPresent() ? row.number("open_attempts") : 0,
                scope.openAt().isPresent() ? row.number("recent_attempts") : 0,
                scope.pendingRevocation().isPresent() && row.flag("revocation_pending"),
                scope.leases().isPresent() ? leases(row) : LeaseCounts.NONE);
    }

    private static LeaseCounts leases(Row row) throws SQLException {
        return new LeaseCounts(row.number("live_leases"), row.number("unexpired_leases"), row.flag("has_open_lease"));
    }

    private static Optional<LinkedAccount> linked(Row row) throws SQLException {
        if (row.isNull("link_id")) {
            return Optional.empty();
        }
        return Optional.of(new LinkedAccount(
                AccountQueries.version(row),
                LinkedBy.valueOf(row.text("linked_by")),
                row.time("linked_at"),
                row.refresh("refresh_state"),
                AccountQueries.uses(row, row.time("used_at")),
                row.optionalText("label").map(AccountLabel::new)));
    }
}
