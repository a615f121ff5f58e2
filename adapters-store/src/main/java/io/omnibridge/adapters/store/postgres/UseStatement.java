package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.postgres.WriteStatement.Clause;
import io.omnibridge.adapters.store.spi.UseWrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@link UseWrite} as one statement, all of it or nothing. It locks the row of the log, then those of the leases, and only then
 * decides: a lease that another transaction ends at this moment is seen as that transaction leaves it. Rows are locked in the same order
 * by all statements: user, log of uses, leases, accounts.
 */
record UseStatement(UseWrite write) implements Database.Work<Boolean> {

    private static final String LOCK_LOG = """
            former AS MATERIALIZED (
                SELECT user_id
                  FROM use_logs
                 WHERE user_id = ? AND chain_head_position = ? AND chain_head_mac = ?
                   FOR UPDATE
            ),
            """;

    private static final String NO_LOG = """
            former AS MATERIALIZED (
                SELECT CAST(? AS text) COLLATE "C" AS user_id
            ),
            """;

    private static final String NEXT_HEAD = """
            use_log AS (
                UPDATE use_logs
                   SET chain_head_position = ?, chain_head_mac = ?
                  FROM former
                 WHERE use_logs.user_id = former.user_id %s
                RETURNING use_logs.user_id
            ),
            """;

    private static final String FIRST_HEAD = """
            use_log AS (
                INSERT INTO use_logs (user_id, chain_head_position, chain_head_mac)
                SELECT user_id, ?, ? FROM former WHERE true %s
                ON CONFLICT (user_id) DO NOTHING
                RETURNING user_id
            ),
            """;

    private static final String ALL_LOCKED = "AND (SELECT count(*) FROM locked) = ?";

    /** Returns whether it took place. */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        List<Clause> clauses = clauses();
        StringBuilder sql = new StringBuilder("WITH ");
        clauses.forEach(clause -> sql.append(clause.sql()));
        return Query.change(sql.toString(), parameters -> {
                    for (Clause clause : clauses) {
                        clause.filling().into(parameters);
                    }
                })
                .over(connection);
    }

    private List<Clause> clauses() {
        boolean isFirst = write.former().equals(StoredChainHead.NONE);
        boolean counts = !write.counts().isEmpty();
        List<Clause> clauses = new ArrayList<>();
        clauses.add(
                isFirst
                        ? new Clause(
                                NO_LOG,
                                parameters -> parameters.text(write.user().value()))
                        : new Clause(LOCK_LOG, this::fillInFormer));
        if (counts) {
            clauses.add(UseClauses.lockingLeases(write.counts()));
        }
        clauses.add(
                new Clause((isFirst ? FIRST_HEAD : NEXT_HEAD).formatted(counts ? ALL_LOCKED : ""), this::fillInHead));
        if (counts) {
            clauses.add(UseClauses.counting());
        }
        write.dataUse().ifPresent(use -> clauses.add(UseClauses.used(use)));
        clauses.add(UseClauses.appending(write.receipts()));
        return clauses;
    }

    private void fillInFormer(Parameters parameters) throws SQLException {
        parameters
                .text(write.user().value())
                .number(write.former().count())
                .bytes(write.former().mac().toBytes());
    }

    private void fillInHead(Parameters parameters) throws SQLException {
        parameters.number(write.head().count()).bytes(write.head().mac().toBytes());
        if (!write.counts().isEmpty()) {
            parameters.number(write.counts().size());
        }
    }
}
