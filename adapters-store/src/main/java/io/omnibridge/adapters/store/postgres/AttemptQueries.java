package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.time.Instant;

/** How attempts are read, and how old ones are removed. */
final class AttemptQueries {

    private static final String FIND = """
            SELECT user_id, attempt_id, attempt
              FROM connect_attempts
             WHERE user_id = ? AND attempt_id = ?
            """;

    private static final String FIND_RETURNING = """
            SELECT user_id, attempt_id, attempt
              FROM connect_attempts
             WHERE oauth_state = ?
            """;

    /** More at once than come at once, and few enough not to hold up whoever does it. */
    private static final String REMOVE_OLD = """
            DELETE FROM connect_attempts
             WHERE (user_id, attempt_id) IN (SELECT user_id, attempt_id
                                               FROM connect_attempts
                                              WHERE begun_at < ?
                                              ORDER BY begun_at
                                              LIMIT 100)
            RETURNING user_id
            """;

    private AttemptQueries() {}

    static Query<ConnectAttempt> find(UserId owner, AttemptId id) {
        return new Query<>(
                FIND, parameters -> parameters.text(owner.value()).text(id.value()), AttemptQueries::attempt);
    }

    static Query<ConnectAttempt> findByState(HashedValue oauthState) {
        return new Query<>(FIND_RETURNING, parameters -> parameters.text(oauthState.sha256()), AttemptQueries::attempt);
    }

    static Query<String> removeOld(Instant begunBefore) {
        return new Query<>(REMOVE_OLD, parameters -> parameters.time(begunBefore), row -> row.text("user_id"));
    }

    private static ConnectAttempt attempt(Row row) throws SQLException {
        return AttemptCodec.parse(
                new UserId(row.text("user_id")), new AttemptId(row.text("attempt_id")), row.text("attempt"));
    }
}
