package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.spi.UserChunk;
import java.sql.SQLException;
import java.util.Optional;

/** Statements that add leases, receipts and sign-outs which another store had, unchanged. */
final class LoadUseQueries {

    private static final String START = """
            INSERT INTO use_logs (user_id, chain_head_position, chain_head_mac,
                                  base_position, base_position_mac, base_pruned_before, base_mac)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING user_id
            """;

    private static final String LEASES = LoadQueries.INSERT.formatted("leases", LeaseQueries.COLUMNS);
    private static final String LEASE = "(?, ?, ?, ?, ?, ?)";
    private static final String USES = LoadQueries.INSERT.formatted("use_receipts", "position, receipt, mac");
    private static final String USE = "(?, ?, ?, ?)";

    private LoadUseQueries() {}

    static DatabaseWork<Boolean> of(UserChunk chunk) {
        if (chunk instanceof UserChunk.UseStart start) {
            return Query.change(START, parameters -> fillIn(parameters, start));
        }
        if (chunk instanceof UserChunk.SignedOut last) {
            return SignOutQueries.load(last);
        }
        if (chunk instanceof UserChunk.Leases page) {
            return LoadQueries.rows(LEASES, LEASE, page.user(), page.leases(), LeaseQueries::fillIn);
        }
        UserChunk.Uses page = (UserChunk.Uses) chunk;
        return LoadQueries.rows(
                USES,
                USE,
                page.user(),
                page.oldestFirst(),
                (parameters, use) -> parameters
                        .number(use.position())
                        .text(UseReceiptCodec.of(use.receipt()))
                        .bytes(use.mac().toBytes()));
    }

    private static void fillIn(Parameters parameters, UserChunk.UseStart start) throws SQLException {
        Optional<UseBase> base = start.base();
        parameters
                .text(start.user().value())
                .number(start.head().count())
                .bytes(start.head().mac().toBytes())
                .number(base.map(it -> it.at().count()))
                .bytes(base.map(it -> it.at().mac().toBytes()))
                .time(base.map(UseBase::prunedBefore))
                .bytes(base.map(it -> it.mac().toBytes()));
    }
}
