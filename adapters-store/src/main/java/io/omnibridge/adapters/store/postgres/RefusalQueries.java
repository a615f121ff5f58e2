package io.omnibridge.adapters.store.postgres;

import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.Optional;

/** Statements that count refusals and read the counts. */
final class RefusalQueries {

    private static final String COUNT = """
            INSERT INTO refusals (user_id, kind, outcome, refusal_count, first_at, last_at, client_id, request_id)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?)
            ON CONFLICT (user_id, kind, outcome) DO UPDATE
               SET refusal_count = refusals.refusal_count + 1,
                   last_at = excluded.last_at, client_id = excluded.client_id, request_id = excluded.request_id
            RETURNING user_id
            """;

    private static final String OF_USER = """
            SELECT kind, outcome, refusal_count, first_at, last_at, client_id, request_id
              FROM refusals
             WHERE user_id = ?
            """;

    private RefusalQueries() {}

    static DatabaseWork<Boolean> count(AuditEvent refused) {
        AuditedAction action = refused.action();
        return Query.change(
                COUNT,
                parameters -> parameters
                        .text(action.user().value())
                        .text(action.kind().name())
                        .text(refused.outcome().name())
                        .time(action.at())
                        .time(action.at())
                        .text(action.client().map(ClientId::value))
                        .text(action.requestId().value()));
    }

    static Query<RefusalCount> of(UserId user) {
        return new Query<>(OF_USER, parameters -> parameters.text(user.value()), row -> refusals(user, row));
    }

    private static RefusalCount refusals(UserId user, Row row) throws SQLException {
        AuditedAction last = new AuditedAction(
                ActionKind.valueOf(row.text("kind")),
                row.time("last_at"),
                user,
                new Actor.User(row.optionalText("client_id").map(ClientId::new)),
                Optional.empty(),
                Optional.empty(),
                new RequestId(row.text("request_id")));
        return new RefusalCount(
                last.withOutcome(AuditOutcome.valueOf(row.text("outcome"))),
                row.number("refusal_count"),
                row.time("first_at"));
    }
}
