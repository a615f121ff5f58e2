package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.UsePruning;

/** Statement that prunes one log of uses: it removes receipts together with the base that tells of it. */
final class UsePruningQueries {

    private static final String PRUNE = """
            WITH based AS (
                UPDATE use_logs
                   SET base_position = ?, base_position_mac = ?, base_pruned_before = ?, base_mac = ?
                 WHERE user_id = ? AND coalesce(base_position, 0) = ?
                RETURNING user_id
            ),
            pruned AS (
                DELETE FROM use_receipts
                 USING based
                 WHERE use_receipts.user_id = based.user_id AND position <= ?
            )
            SELECT user_id FROM based
            """;

    private UsePruningQueries() {}

    /** Returns whether it took place. */
    static DatabaseWork<Boolean> of(UsePruning pruning) {
        return Query.change(
                PRUNE,
                parameters -> parameters
                        .number(pruning.next().at().count())
                        .bytes(pruning.next().at().mac().toBytes())
                        .time(pruning.next().prunedBefore())
                        .bytes(pruning.next().mac().toBytes())
                        .text(pruning.user().value())
                        .number(pruning.formerPosition())
                        .number(pruning.next().at().count()));
    }
}
