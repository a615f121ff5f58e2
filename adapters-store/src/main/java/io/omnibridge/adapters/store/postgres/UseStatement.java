package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.identity.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * {@link UseWrite}s of several users as one statement. Each is applied as a whole or not at all. It locks the rows of the logs, then those of
 * the leases, and only then decides: a lease that another transaction ends at this moment is seen as that transaction leaves it.
 * Rows are locked in the same order by all statements: by user, and of each the log of uses, the leases, the accounts.
 *
 * @param writes at most one of a user
 * @param locking what it does about a log or a lease that another transaction has locked
 */
record UseStatement(List<UseWrite> writes, LogLocking locking) implements DatabaseWork<Set<UserId>> {

    private static final String APPEND = """
            WITH wanted AS MATERIALIZED (
                SELECT *
                  FROM unnest(CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS bytea[]), CAST(? AS bigint[]),
                              CAST(? AS bytea[]), CAST(? AS bigint[]))
                    AS wanted (user_id, former_position, former_mac, position, mac, lease_count)
            ),
            former AS MATERIALIZED (
                SELECT use_logs.user_id
                  FROM wanted
                  JOIN use_logs
                    ON use_logs.user_id = wanted.user_id
                 WHERE chain_head_position = former_position AND chain_head_mac = former_mac
                 ORDER BY use_logs.user_id
                   FOR UPDATE OF use_logs %1$s
            ),
            writable AS MATERIALIZED (
                SELECT user_id FROM former
                 UNION ALL
                SELECT user_id FROM wanted WHERE former_position = 0
            ),
            locked AS MATERIALIZED (
                SELECT leases.user_id, leases.lease_id, more, max, at
                  FROM writable
                  JOIN unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS bigint[]))
                    AS counts (user_id, lease_id, more, max, at)
                    ON counts.user_id = writable.user_id
                  JOIN leases
                    ON leases.user_id = counts.user_id AND leases.lease_id = counts.lease_id
                 WHERE ended_at IS NULL AND used + more <= max
                 ORDER BY leases.user_id, leases.lease_id
                   FOR UPDATE OF leases %1$s
            ),
            next_log AS (
                UPDATE use_logs
                   SET chain_head_position = wanted.position, chain_head_mac = wanted.mac
                  FROM former
                  JOIN wanted
                    ON wanted.user_id = former.user_id
                 WHERE use_logs.user_id = former.user_id
                   AND lease_count = (SELECT count(*) FROM locked WHERE locked.user_id = former.user_id)
                RETURNING use_logs.user_id
            ),
            first_log AS (
                INSERT INTO use_logs (user_id, chain_head_position, chain_head_mac)
                SELECT user_id, position, mac
                  FROM wanted
                 WHERE former_position = 0
                   AND lease_count = (SELECT count(*) FROM locked WHERE locked.user_id = wanted.user_id)
                 ORDER BY user_id
                ON CONFLICT (user_id) DO NOTHING
                RETURNING user_id
            ),
            use_log AS MATERIALIZED (
                SELECT user_id FROM next_log
                 UNION ALL
                SELECT user_id FROM first_log
            ),
            counted AS (
                UPDATE leases
                   SET used = used + more,
                       ended_at = CASE WHEN used + more >= max
                                       THEN CAST('epoch' AS timestamptz) + at * CAST('1 millisecond' AS interval)
                                  END
                  FROM use_log
                  JOIN locked
                    ON locked.user_id = use_log.user_id
                 WHERE leases.user_id = locked.user_id AND leases.lease_id = locked.lease_id
            ),
            account AS (
                UPDATE accounts
                   SET data_used_at = to_timestamp(minute)
                  FROM use_log
                  JOIN unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bigint[]))
                    AS used (user_id, provider, provider_account_id, minute)
                    ON used.user_id = use_log.user_id
                 WHERE accounts.user_id = used.user_id AND accounts.provider = used.provider
                   AND accounts.provider_account_id = used.provider_account_id
                   AND (data_used_at IS NULL OR data_used_at < to_timestamp(minute))
            ),
            receipt AS (
                INSERT INTO use_receipts (user_id, position, receipt, mac)
                SELECT receipts.user_id, position, receipt, mac
                  FROM use_log
                  JOIN unnest(CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS bytea[]))
                    AS receipts (user_id, position, receipt, mac)
                    ON receipts.user_id = use_log.user_id
            )
            SELECT user_id FROM use_log
            """;

    /** Returns the users whose write took place. */
    @Override
    public Set<UserId> over(Connection connection) throws SQLException {
        Query<UserId> query = new Query<>(
                APPEND.formatted(locking.sql),
                parameters -> UseArrays.fillIn(parameters, writes),
                row -> new UserId(row.text("user_id")));
        try {
            return Set.copyOf(query.over(connection));
        } catch (SQLException e) {
            if (locking == LogLocking.SKIPS && isOfRows(e)) {
                return Set.of();
            }
            throw e;
        }
    }

    /** Returns whether it failed because of what is in a row: class 22 is a data exception, class 23 a violated constraint. */
    private static boolean isOfRows(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }
}
