package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.ActorCodec;
import io.omnibridge.adapters.store.codec.AuditedAttemptCodec;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Statements that read audit logs. */
final class AuditLogQueries {

    /** One statement sees one moment. It returns at least one row, in which head and event may each be null. */
    private static final String PAGE = """
            SELECT chain_head_position, chain_head_mac,
                   %1$s
              FROM (VALUES (1)) AS one
              LEFT JOIN users
                ON user_id = ?
              LEFT JOIN (SELECT %1$s
                           FROM audit_events
                          WHERE user_id = ? AND position < ?
                          ORDER BY position DESC
                          LIMIT ?) AS page
                ON true
             ORDER BY position DESC
            """.formatted(Columns.OF_EVENT);

    private static final String OLDEST_FIRST = """
            SELECT %s
              FROM audit_events
             WHERE user_id = ? AND position > ?
             ORDER BY position
             LIMIT ?
            """.formatted(Columns.OF_EVENT);

    private AuditLogQueries() {}

    /** Row of a page: the chain head and one event, where there are any. */
    private record PageRow(Optional<ChainHead> head, Optional<ChainedEvent> event) {}

    /** Reads the newest events before a position, and the chain head, at one moment. */
    static DatabaseWork<ChainedPage> page(UserId user, long before, int limit) {
        Query<PageRow> query = new Query<>(
                PAGE,
                parameters -> parameters
                        .text(user.value())
                        .text(user.value())
                        .number(before)
                        .number(limit),
                row -> pageRow(user, row));
        return connection -> page(query.over(connection));
    }

    static Query<ChainedEvent> oldestFirst(UserId user, long after, int limit) {
        return new Query<>(
                OLDEST_FIRST,
                parameters -> parameters.text(user.value()).number(after).number(limit),
                row -> event(user, row));
    }

    private static ChainedPage page(List<PageRow> rows) {
        return new ChainedPage(
                rows.get(0).head(),
                rows.stream().flatMap(row -> row.event().stream()).toList());
    }

    private static PageRow pageRow(UserId user, Row row) throws SQLException {
        Optional<StoredChainHead> head = row.isNull("chain_head_mac") ? Optional.empty() : Optional.of(row.head());
        return new PageRow(
                head.flatMap(StoredChainHead::toChainHead),
                row.isNull("position") ? Optional.empty() : Optional.of(event(user, row)));
    }

    private static ChainedEvent event(UserId user, Row row) throws SQLException {
        AuditedAction action = new AuditedAction(
                ActionKind.valueOf(row.text("kind")),
                row.time("occurred_at"),
                user,
                ActorCodec.parse(
                        row.optionalText("actor"), row.optionalText("actor_name"), row.optionalText("client_id")),
                account(user, row),
                AuditedAttemptCodec.parse(
                        row.optionalText("attempt_id"),
                        row.optionalText("attempt_provider"),
                        row.optionalText("reason")),
                row.optionalText("lease_id").map(LeaseId::new),
                new RequestId(row.text("request_id")));
        AuditEvent event = action.withOutcome(AuditOutcome.valueOf(row.text("outcome")));
        return new ChainedEvent(row.number("position"), event, new EventMac(row.bytes("mac")));
    }

    private static Optional<AccountKey> account(UserId user, Row row) throws SQLException {
        return row.isNull("provider") ? Optional.empty() : Optional.of(AccountQueries.key(user, row));
    }
}
