package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;

/** How everybody's accounts are swept: by the primary key, and so each page as fast as any other. */
final class ScanQueries {

    private static final String ACCOUNTS = """
            SELECT user_id, provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at, sealed
              FROM accounts
             WHERE (user_id, provider, provider_account_id) > (?, ?, ?)
             ORDER BY user_id, provider, provider_account_id
             LIMIT ?
            """;

    private static final String USERS = """
            SELECT user_id
              FROM users
             WHERE user_id > ?
             ORDER BY user_id
             LIMIT ?
            """;

    private static final String RESEAL = """
            UPDATE accounts
               SET sealed = ?
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
               AND link_id = ? AND generation = ? AND sealed = ?
            RETURNING user_id
            """;

    /**
     * The head that this statement sees, moves included, has to be the head still when the user's row is locked: otherwise a write came
     * between, whose rows the statement does not see, and nothing takes place. Where there is no such row, what somebody
     * left without one is removed.
     */
    private static final String ERASE = """
            WITH head AS MATERIALIZED (
                SELECT user_id, record_count, record_mac, moves FROM users WHERE user_id = ?
            ),
            gone AS (
                DELETE FROM users
                 USING head
                 WHERE users.user_id = head.user_id
                   AND users.record_count = head.record_count AND users.record_mac = head.record_mac
                   AND users.moves = head.moves
                RETURNING users.user_id
            ),
            erased AS MATERIALIZED (
                SELECT ? AS user_id
                 WHERE EXISTS (SELECT FROM gone) OR NOT EXISTS (SELECT FROM head)
            ),
            unlinked AS (
                DELETE FROM accounts USING erased WHERE accounts.user_id = erased.user_id RETURNING accounts.user_id
            ),
            given_up AS (
                DELETE FROM connect_attempts USING erased WHERE connect_attempts.user_id = erased.user_id
            ),
            released AS (
                DELETE FROM obligations USING erased WHERE obligations.user_id = erased.user_id
            ),
            forgotten AS (
                DELETE FROM audit_events USING erased WHERE audit_events.user_id = erased.user_id
                RETURNING audit_events.user_id
            )
            SELECT (SELECT count(*) FROM unlinked) AS accounts, (SELECT count(*) FROM forgotten) AS events
              FROM erased
            """;

    private ScanQueries() {}

    static Query<ScanItem<Account>> accounts(DecodedCursor after, int limit) {
        return new Query<>(
                ACCOUNTS,
                parameters -> parameters
                        .text(after.part(0))
                        .text(after.part(1))
                        .text(after.part(2))
                        .number(limit),
                row -> new ScanItem<>(accountAt(row), row.readable(ScanQueries::account)));
    }

    static Query<ScanItem<UserId>> users(DecodedCursor after, int limit) {
        return new Query<>(
                USERS,
                parameters -> parameters.text(after.part(0)).number(limit),
                row -> new ScanItem<>(userAt(row), row.readable(ScanQueries::user)));
    }

    /** Answers a row if it took place. */
    static Query<UserId> reseal(Account scanned, SealedCredentials resealed) {
        AccountKey key = scanned.key();
        return new Query<>(
                RESEAL,
                parameters -> parameters
                        .bytes(resealed.toBytes())
                        .text(key.owner().value())
                        .text(key.provider().value())
                        .text(key.providerAccountId().value())
                        .text(scanned.version().linkId().value())
                        .number(scanned.version().generation())
                        .bytes(scanned.credentials().toBytes()),
                ScanQueries::user);
    }

    /** Answers a row if it took place. */
    static Query<ErasedUser> erase(UserId user) {
        return new Query<>(
                ERASE,
                parameters -> parameters.text(user.value()).text(user.value()),
                row -> new ErasedUser(row.number("accounts"), row.number("events")));
    }

    private static Account account(Row row) throws SQLException {
        return AccountQueries.account(user(row), row);
    }

    private static UserId user(Row row) throws SQLException {
        return new UserId(row.text("user_id"));
    }

    private static DecodedCursor accountAt(Row row) throws SQLException {
        return new DecodedCursor(
                DecodedCursor.Kind.ACCOUNTS,
                List.of(row.text("user_id"), row.text("provider"), row.text("provider_account_id")));
    }

    private static DecodedCursor userAt(Row row) throws SQLException {
        return new DecodedCursor(DecodedCursor.Kind.USERS, List.of(row.text("user_id")));
    }
}
