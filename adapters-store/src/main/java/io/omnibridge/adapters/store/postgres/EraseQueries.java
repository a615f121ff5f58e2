package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.identity.UserId;

/** Statement that erases one user. */
final class EraseQueries {

    /**
     * Takes place only if the rows of the user and of the log of uses, once they are locked, still are as this statement saw them.
     * Otherwise a write came between whose rows the statement does not see. If there is no such row, rows that were left without one are
     * removed.
     */
    private static final String ERASE = """
            WITH former AS MATERIALIZED (
                SELECT user_id, chain_head_position, chain_head_mac, unrecorded_changes FROM users WHERE user_id = ?
            ),
            former_log AS MATERIALIZED (
                SELECT user_id, chain_head_position, chain_head_mac FROM use_logs WHERE user_id = ?
            ),
            locked AS MATERIALIZED (
                SELECT users.user_id
                  FROM users
                  JOIN former
                 USING (user_id, chain_head_position, chain_head_mac, unrecorded_changes)
                   FOR UPDATE OF users
            ),
            locked_log AS MATERIALIZED (
                SELECT use_logs.user_id
                  FROM use_logs
                  JOIN former_log
                 USING (user_id, chain_head_position, chain_head_mac)
                   FOR UPDATE OF use_logs
            ),
            erased AS MATERIALIZED (
                SELECT ? AS user_id
                 WHERE (EXISTS (SELECT FROM locked) OR NOT EXISTS (SELECT FROM former))
                   AND (EXISTS (SELECT FROM locked_log) OR NOT EXISTS (SELECT FROM former_log))
            ),
            removed_user AS (
                DELETE FROM users USING erased WHERE users.user_id = erased.user_id
            ),
            removed_log AS (
                DELETE FROM use_logs USING erased WHERE use_logs.user_id = erased.user_id
            ),
            removed_leases AS (
                DELETE FROM leases USING erased WHERE leases.user_id = erased.user_id
            ),
            forgotten_sign_out AS (
                UPDATE sign_outs
                   SET forget_at = now() + CAST(? AS interval)
                  FROM erased
                 WHERE sign_outs.user_id = erased.user_id AND forget_at IS NULL
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
            removed_receipts AS (
                DELETE FROM use_receipts USING erased WHERE use_receipts.user_id = erased.user_id
            ),
            removed_events AS (
                DELETE FROM audit_events USING erased WHERE audit_events.user_id = erased.user_id
                RETURNING audit_events.user_id
            )
            SELECT (SELECT count(*) FROM removed_accounts) AS accounts, (SELECT count(*) FROM removed_events) AS events
              FROM erased
            """;

    private EraseQueries() {}

    /** Returns a row if it took place. */
    static Query<ErasedUser> of(UserId user) {
        return new Query<>(
                ERASE,
                parameters -> parameters
                        .text(user.value())
                        .text(user.value())
                        .text(user.value())
                        .text(SignOut.RETENTION.toString()),
                row -> new ErasedUser(row.number("accounts"), row.number("events")));
    }
}
