package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.postgres.WriteStatement.Part;
import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.LeaseId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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

    private static final String LOCK_LEASES = """
            locked AS MATERIALIZED (
                SELECT leases.lease_id, more
                  FROM former
                  JOIN leases
                    ON leases.user_id = former.user_id
                  JOIN (VALUES %s) AS counts (lease_id, more, max)
                    ON counts.lease_id = leases.lease_id
                 WHERE ended_at IS NULL AND used + more <= max
                 ORDER BY leases.lease_id
                   FOR UPDATE OF leases
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

    private static final String COUNT = """
            counted AS (
                UPDATE leases
                   SET used = used + more
                  FROM use_log, locked
                 WHERE leases.user_id = use_log.user_id AND leases.lease_id = locked.lease_id
            ),
            """;

    private static final String USE_DATA = """
            account AS (
                UPDATE accounts
                   SET data_used_at = ?
                  FROM use_log
                 WHERE accounts.user_id = use_log.user_id AND (provider, provider_account_id) IN (%s)
                   AND (data_used_at IS NULL OR data_used_at < ?)
            ),
            """;

    private static final String RECEIPTS = """
            receipt AS (
                INSERT INTO use_receipts (user_id, position, receipt, mac)
                SELECT user_id, position, receipt, mac FROM use_log, (VALUES %s) AS receipts (position, receipt, mac)
            )
            SELECT user_id FROM use_log
            """;

    /** Returns whether it took place. */
    @Override
    public Boolean over(Connection connection) throws SQLException {
        List<Part> parts = parts();
        StringBuilder sql = new StringBuilder("WITH ");
        parts.forEach(part -> sql.append(part.sql()));
        return Query.change(sql.toString(), parameters -> {
                    for (Part part : parts) {
                        part.filling().into(parameters);
                    }
                })
                .over(connection);
    }

    private List<Part> parts() {
        boolean isFirst = write.former().equals(StoredChainHead.NONE);
        boolean counts = !write.counts().isEmpty();
        List<Part> parts = new ArrayList<>();
        parts.add(
                isFirst
                        ? new Part(
                                NO_LOG,
                                parameters -> parameters.text(write.user().value()))
                        : new Part(LOCK_LOG, this::fillInFormer));
        if (counts) {
            parts.add(new Part(
                    LOCK_LEASES.formatted(rows(write.counts().size(), "text", "bigint", "bigint")),
                    this::fillInCounts));
        }
        parts.add(new Part((isFirst ? FIRST_HEAD : NEXT_HEAD).formatted(counts ? ALL_LOCKED : ""), this::fillInHead));
        if (counts) {
            parts.add(new Part(COUNT, parameters -> {}));
        }
        write.dataUse().ifPresent(use -> parts.add(used(use)));
        parts.add(new Part(
                RECEIPTS.formatted(rows(write.receipts().size(), "bigint", "text", "bytea")), this::fillInReceipts));
        return parts;
    }

    private static String rows(int count, String... types) {
        List<String> casts =
                List.of(types).stream().map(type -> "CAST(? AS " + type + ")").toList();
        return String.join(", ", Collections.nCopies(count, "(" + String.join(", ", casts) + ")"));
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

    private void fillInCounts(Parameters parameters) throws SQLException {
        for (Map.Entry<LeaseId, UseWrite.Count> count : write.counts().entrySet()) {
            parameters
                    .text(count.getKey().value())
                    .number(count.getValue().more())
                    .number(count.getValue().max());
        }
    }

    private void fillInReceipts(Parameters parameters) throws SQLException {
        for (ChainedUse use : write.receipts()) {
            parameters
                    .number(use.position())
                    .text(UseReceiptCodec.of(use.receipt()))
                    .bytes(use.mac().toBytes());
        }
    }

    private static Part used(AccountChange.DataUse use) {
        String keys = String.join(", ", Collections.nCopies(use.accounts().size(), "(?, ?)"));
        return new Part(USE_DATA.formatted(keys), parameters -> {
            parameters.time(use.minute());
            for (AccountKey key : use.accounts()) {
                Columns.fillIn(parameters, key);
            }
            parameters.time(use.minute());
        });
    }
}
