package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.postgres.WriteStatement.Clause;
import io.omnibridge.adapters.store.spi.DataUse;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.LeaseId;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Clauses of a {@link UseStatement} that are about leases, accounts and receipts. */
final class UseClauses {

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

    private UseClauses() {}

    /** Locks those of the leases that may be counted on, and names them {@code locked}. */
    static Clause lockingLeases(Map<LeaseId, UseWrite.Count> counts) {
        return new Clause(LOCK_LEASES.formatted(rows(counts.size(), "text", "bigint", "bigint")), parameters -> {
            for (Map.Entry<LeaseId, UseWrite.Count> count : counts.entrySet()) {
                parameters
                        .text(count.getKey().value())
                        .number(count.getValue().more())
                        .number(count.getValue().max());
            }
        });
    }

    /** Counts on the leases that are locked. */
    static Clause counting() {
        return new Clause(COUNT, parameters -> {});
    }

    static Clause used(DataUse use) {
        String keys = String.join(", ", Collections.nCopies(use.accounts().size(), "(?, ?)"));
        return new Clause(USE_DATA.formatted(keys), parameters -> {
            parameters.time(use.minute());
            for (AccountKey key : use.accounts()) {
                Columns.fillIn(parameters, key);
            }
            parameters.time(use.minute());
        });
    }

    /** Appends the receipts, and ends the statement. */
    static Clause appending(List<ChainedUse> receipts) {
        return new Clause(RECEIPTS.formatted(rows(receipts.size(), "bigint", "text", "bytea")), parameters -> {
            for (ChainedUse use : receipts) {
                parameters
                        .number(use.position())
                        .text(UseReceiptCodec.of(use.receipt()))
                        .bytes(use.mac().toBytes());
            }
        });
    }

    private static String rows(int count, String... types) {
        List<String> casts =
                List.of(types).stream().map(type -> "CAST(? AS " + type + ")").toList();
        return String.join(", ", Collections.nCopies(count, "(" + String.join(", ", casts) + ")"));
    }
}
