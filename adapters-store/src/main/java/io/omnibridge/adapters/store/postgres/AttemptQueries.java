package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.codec.AttemptCodec;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;

/** Statements that read connect attempts. The JSON has the whole attempt; other columns only serve to find and count it. */
final class AttemptQueries {

    private static final String FIND = """
            SELECT user_id, attempt_id, attempt
              FROM connect_attempts
             WHERE user_id = ? AND attempt_id = ?
            """;

    private static final String FIND_BY_STATE = """
            SELECT user_id, attempt_id, attempt
              FROM connect_attempts
             WHERE oauth_state_sha256 = ?
            """;

    private AttemptQueries() {}

    static Query<ConnectAttempt> find(UserId owner, AttemptId id) {
        return new Query<>(
                FIND, parameters -> parameters.text(owner.value()).text(id.value()), AttemptQueries::attempt);
    }

    static Query<ConnectAttempt> findByState(HashedValue oauthState) {
        return new Query<>(FIND_BY_STATE, parameters -> parameters.text(oauthState.sha256()), AttemptQueries::attempt);
    }

    private static ConnectAttempt attempt(Row row) throws SQLException {
        return AttemptCodec.parse(
                new UserId(row.text("user_id")), new AttemptId(row.text("attempt_id")), row.text("attempt"));
    }
}
