package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.LeaseChange;
import java.util.List;

/** Clauses of a {@link WriteStatement} that change leases. */
final class LeaseClauses {

    private static final String ADD = """
            lease AS (
                INSERT INTO leases (user_id, %s)
                SELECT user_id, ?, CAST(? AS timestamptz), ?, CAST(? AS bigint), CAST(? AS timestamptz) FROM chain_head
            ),
            """.formatted(LeaseQueries.COLUMNS);

    /** It skips rows that an append locks: another addition removes them. */
    private static final String REMOVE_EXPIRED = """
            expired AS (
                DELETE FROM leases
                 WHERE (user_id, lease_id) IN (SELECT leases.user_id, lease_id
                                                 FROM leases
                                                 JOIN chain_head
                                                   ON chain_head.user_id = leases.user_id
                                                WHERE expires_at <= ?
                                                  FOR UPDATE OF leases SKIP LOCKED)
            ),
            """;

    private static final String END = """
            lease AS (
                UPDATE leases
                   SET ended_at = ?
                  FROM chain_head
                 WHERE leases.user_id = chain_head.user_id AND lease_id = ?
            ),
            """;

    private LeaseClauses() {}

    static List<WriteClause> of(LeaseChange change) {
        if (change instanceof LeaseChange.Add add) {
            return List.of(
                    new WriteClause(ADD, parameters -> LeaseQueries.fillIn(parameters, add.lease())),
                    new WriteClause(REMOVE_EXPIRED, parameters -> parameters.time(add.at())));
        }
        LeaseChange.End end = (LeaseChange.End) change;
        return List.of(new WriteClause(
                END, parameters -> parameters.time(end.at()).text(end.id().value())));
    }
}
