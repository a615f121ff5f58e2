package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Statements that read logs of uses. */
final class UseQueries {

    /** One statement sees one moment. It returns at least one row, in which head, base and receipt may each be null. */
    private static final String PAGE = """
            SELECT chain_head_position, chain_head_mac, base_position, position, receipt, mac
              FROM (VALUES (1)) AS one
              LEFT JOIN use_logs
                ON use_logs.user_id = ?
              LEFT JOIN (SELECT position, receipt, mac
                           FROM use_receipts
                          WHERE user_id = ? AND position < ?
                            AND position > coalesce((SELECT base_position FROM use_logs WHERE user_id = ?), 0)
                          ORDER BY position DESC
                          LIMIT ?) AS page
                ON true
             ORDER BY position DESC
            """;

    private static final String OLDEST_FIRST = """
            SELECT position, receipt, mac
              FROM use_receipts
             WHERE user_id = ? AND position > ?
             ORDER BY position
             LIMIT ?
            """;

    private static final String BASE = """
            SELECT base_position, base_position_mac, base_pruned_before, base_mac
              FROM use_logs
             WHERE user_id = ? AND base_position IS NOT NULL
            """;

    private UseQueries() {}

    /** Row of a page. */
    private record PageRow(StoredChainHead head, long base, Optional<ChainedUse> use) {}

    static DatabaseWork<ChainedUsePage> page(UserId user, long before, int limit) {
        Query<PageRow> query = new Query<>(
                PAGE,
                parameters -> parameters
                        .text(user.value())
                        .text(user.value())
                        .number(before)
                        .text(user.value())
                        .number(limit),
                row -> new PageRow(
                        headOrNone(row),
                        row.optionalNumber("base_position").orElse(0L),
                        row.isNull("position") ? Optional.empty() : Optional.of(use(user, row))));
        return connection -> page(query.over(connection));
    }

    static Query<ChainedUse> oldestFirst(UserId user, long after, int limit) {
        return new Query<>(
                OLDEST_FIRST,
                parameters -> parameters.text(user.value()).number(after).number(limit),
                row -> use(user, row));
    }

    static Query<UseBase> base(UserId user) {
        return new Query<>(
                BASE,
                parameters -> parameters.text(user.value()),
                row -> new UseBase(
                        new StoredChainHead(row.number("base_position"), new EventMac(row.bytes("base_position_mac"))),
                        row.time("base_pruned_before"),
                        new EventMac(row.bytes("base_mac"))));
    }

    static StoredChainHead headOrNone(Row row) throws SQLException {
        return row.isNull("chain_head_mac") ? StoredChainHead.NONE : row.head();
    }

    private static ChainedUsePage page(List<PageRow> rows) {
        return new ChainedUsePage(
                rows.get(0).head(),
                rows.stream().flatMap(row -> row.use().stream()).toList(),
                rows.get(0).base() + 1);
    }

    private static ChainedUse use(UserId user, Row row) throws SQLException {
        return new ChainedUse(
                row.number("position"),
                UseReceiptCodec.parse(user, row.text("receipt")),
                new EventMac(row.bytes("mac")));
    }
}
