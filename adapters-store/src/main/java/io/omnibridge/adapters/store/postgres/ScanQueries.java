package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;

/** Statements that scan all users in the order of the primary key, so that each page is as fast as any other, and that erase one. */
final class ScanQueries {

    private static final String ACCOUNTS = """
            SELECT user_id, %s, sealed
              FROM accounts
             WHERE (user_id, provider, provider_account_id) > (?, ?, ?)
             ORDER BY user_id, provider, provider_account_id
             LIMIT ?
            """.formatted(AccountQueries.METADATA);

    private static final String USERS = """
            SELECT user_id
              FROM users
             WHERE user_id > ?
             ORDER BY user_id
             LIMIT ?
            """;

    /**
     * Takes place only if the user's row, once it is locked, still is as this statement saw it. Otherwise a write came between whose
     * rows the statement does not see. If there is no such row, rows that were left without one are removed.
     */
    private static final String ERASE = """
            WITH former AS MATERIALIZED (
                SELECT user_id, chain_head_position, chain_head_mac, unrecorded_changes FROM users WHERE user_id = ?
            ),
            gone AS (
                DELETE FROM users
                 USING former
                 WHERE users.user_id = former.user_id
                   AND users.chain_head_position = former.chain_head_position AND users.chain_head_mac = former.chain_head_mac
                   AND users.unrecorded_changes = former.unrecorded_changes
                RETURNING users.user_id
            ),
            erased AS MATERIALIZED (
                SELECT ? AS user_id
                 WHERE EXISTS (SELECT FROM gone) OR NOT EXISTS (SELECT FROM former)
            ),
            removed_accounts AS (
                DELETE FROM accounts USING erased WHERE accounts.user_id = erased.user_id RETURNING accounts.user_id
            ),
            removed_attempts AS (
                DELETE FROM connect_attempts USING erased WHERE connect_attempts.user_id = erased.user_id
            ),
            removed_revocations AS (
                DELETE FROM pending_revocations USING erased WHERE pending_revocations.user_id = erased.user_id
            ),
            removed_refusals AS (
                DELETE FROM refusals USING erased WHERE refusals.user_id = erased.user_id
            ),
            removed_events AS (
                DELETE FROM audit_events USING erased WHERE audit_events.user_id = erased.user_id
                RETURNING audit_events.user_id
            )
            SELECT (SELECT count(*) FROM removed_accounts) AS accounts, (SELECT count(*) FROM removed_events) AS events
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
                row -> new ScanItem<>(accountCursor(row), row.readable(ScanQueries::account)));
    }

    static Query<ScanItem<UserId>> users(DecodedCursor after, int limit) {
        return new Query<>(
                USERS,
                parameters -> parameters.text(after.part(0)).number(limit),
                row -> new ScanItem<>(userCursor(row), row.readable(ScanQueries::user)));
    }

    /** Returns a row if it took place. */
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

    private static DecodedCursor accountCursor(Row row) throws SQLException {
        return new DecodedCursor(
                DecodedCursor.Kind.ACCOUNTS,
                List.of(row.text("user_id"), row.text("provider"), row.text("provider_account_id")));
    }

    private static DecodedCursor userCursor(Row row) throws SQLException {
        return new DecodedCursor(DecodedCursor.Kind.USERS, List.of(row.text("user_id")));
    }
}
