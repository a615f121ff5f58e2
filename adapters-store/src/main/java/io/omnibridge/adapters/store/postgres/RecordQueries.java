package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordMac;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.Optional;

/** How records are read. */
final class RecordQueries {

    private static final String NEWEST_FIRST = """
            SELECT position, kind, outcome, occurred_at, client_id, provider, provider_account_id, request_id, mac
              FROM audit_events
             WHERE user_id = ? AND position < ?
             ORDER BY position DESC
             LIMIT ?
            """;

    private static final String OLDEST_FIRST = """
            SELECT position, kind, outcome, occurred_at, client_id, provider, provider_account_id, request_id, mac
              FROM audit_events
             WHERE user_id = ? AND position > ?
             ORDER BY position
             LIMIT ?
            """;

    private static final String HEAD = """
            SELECT record_count, record_mac
              FROM users
             WHERE user_id = ?
            """;

    private RecordQueries() {}

    static Query<RecordedEvent> newestFirst(UserId user, long before, int limit) {
        return events(NEWEST_FIRST, user, before, limit);
    }

    static Query<RecordedEvent> oldestFirst(UserId user, long after, int limit) {
        return events(OLDEST_FIRST, user, after, limit);
    }

    static Query<RecordHead> head(UserId user) {
        return new Query<>(HEAD, parameters -> parameters.text(user.value()), RecordQueries::head);
    }

    static RecordHead head(Row row) throws SQLException {
        return new RecordHead(row.number("record_count"), new RecordMac(row.bytes("record_mac")));
    }

    private static Query<RecordedEvent> events(String sql, UserId user, long position, int limit) {
        return new Query<>(
                sql,
                parameters -> parameters.text(user.value()).number(position).number(limit),
                row -> event(user, row));
    }

    private static RecordedEvent event(UserId user, Row row) throws SQLException {
        AuditedAction action = new AuditedAction(
                AuditedAction.Kind.valueOf(row.text("kind")),
                row.time("occurred_at"),
                user,
                row.optionalText("client_id").map(ClientId::new),
                account(user, row),
                new RequestId(row.text("request_id")));
        AuditEvent event = action.concluded(AuditOutcome.valueOf(row.text("outcome")));
        return new RecordedEvent(row.number("position"), event, new RecordMac(row.bytes("mac")));
    }

    private static Optional<AccountKey> account(UserId user, Row row) throws SQLException {
        Optional<String> provider = row.optionalText("provider");
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        ProviderAccountId id = new ProviderAccountId(row.text("provider_account_id"));
        return Optional.of(new AccountKey(user, new ProviderId(provider.get()), id));
    }
}
