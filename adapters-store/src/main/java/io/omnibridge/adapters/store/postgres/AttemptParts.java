package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.postgres.WriteStatement.Part;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.sql.SQLException;
import java.util.List;

/** What a {@link WriteStatement} does to attempts. */
final class AttemptParts {

    private static final String BEGIN = """
            attempt AS (
                INSERT INTO connect_attempts
                       (user_id, revision, pending, attempt, attempt_id, oauth_state, begun_at, expires_at)
                SELECT user_id, ?, ?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz) FROM head
            ),
            """;

    private static final String PROCEED = """
            attempt AS (
                UPDATE connect_attempts
                   SET revision = ?, pending = ?, attempt = ?
                  FROM head
                 WHERE connect_attempts.user_id = head.user_id AND attempt_id = ?
            ),
            """;

    private AttemptParts() {}

    static List<Part> of(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            return List.of(new Part(BEGIN, parameters -> {
                fillIn(parameters, begin.attempt());
                parameters
                        .text(begin.attempt().oauthState().sha256())
                        .time(begin.attempt().begunAt())
                        .time(begin.attempt().expiresAt());
            }));
        }
        return change instanceof AttemptChange.Proceed proceed
                ? List.of(new Part(PROCEED, parameters -> fillIn(parameters, proceed.next())))
                : List.of();
    }

    private static void fillIn(Parameters parameters, ConnectAttempt attempt) throws SQLException {
        parameters
                .number(attempt.revision())
                .flag(attempt.state() instanceof AttemptState.Pending)
                .text(AttemptCodec.of(attempt))
                .text(attempt.id().value());
    }
}
