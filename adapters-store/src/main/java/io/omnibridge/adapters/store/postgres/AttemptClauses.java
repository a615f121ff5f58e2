package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.sql.SQLException;
import java.util.List;

/** Clauses of a {@link WriteStatement} that change connect attempts. */
final class AttemptClauses {

    private static final String BEGIN = """
            attempt AS (
                INSERT INTO connect_attempts
                       (user_id, revision, state, attempt, attempt_id, oauth_state_sha256, begun_at, expires_at)
                SELECT user_id, ?, ?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz) FROM chain_head
            ),
            """;

    /**
     * More than begin at once, and few enough for one statement. It skips rows that another statement removes or writes. The
     * database's own time bounds it too: no node's clock removes attempts of other users.
     */
    private static final String REMOVE_OUTDATED = """
            outdated AS (
                DELETE FROM connect_attempts
                 WHERE (user_id, attempt_id) IN (SELECT user_id, attempt_id
                                                   FROM connect_attempts
                                                  WHERE begun_at < least(CAST(? AS timestamptz), now() - interval '1 hour')
                                                  ORDER BY begun_at
                                                  LIMIT 100
                                                    FOR UPDATE SKIP LOCKED)
            ),
            """;

    private static final String PROCEED = """
            attempt AS (
                UPDATE connect_attempts
                   SET revision = ?, state = ?, attempt = ?, expires_at = COALESCE(CAST(? AS timestamptz), expires_at)
                  FROM chain_head
                 WHERE connect_attempts.user_id = chain_head.user_id AND attempt_id = ?
            ),
            """;

    private AttemptClauses() {}

    static List<WriteClause> of(AttemptChange change) {
        if (change instanceof AttemptChange.Begin begin) {
            return List.of(
                    new WriteClause(BEGIN, parameters -> {
                        fillIn(parameters, begin.attempt());
                        parameters
                                .text(begin.attempt().id().value())
                                .text(begin.attempt().oauthState().sha256())
                                .time(begin.attempt().begunAt())
                                .time(begin.attempt().expiresAt());
                    }),
                    new WriteClause(REMOVE_OUTDATED, parameters -> parameters.time(begin.outdatedBefore())));
        }
        ConnectAttempt next = ((AttemptChange.Proceed) change).next();
        return List.of(new WriteClause(PROCEED, parameters -> {
            fillIn(parameters, next);
            parameters.time(next.openUntil()).text(next.id().value());
        }));
    }

    private static void fillIn(Parameters parameters, ConnectAttempt attempt) throws SQLException {
        parameters.number(attempt.revision()).text(AttemptCodec.state(attempt)).text(AttemptCodec.of(attempt));
    }
}
