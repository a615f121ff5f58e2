package io.omnibridge.adapters.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OP2")
class SqlFailureTest {

    @Test
    void the_state_of_the_failure_or_of_a_cause_is_told() {
        SQLException refused = new SQLException("canary", "08001");

        assertEquals("SQLState 08001", SqlFailure.inWords(refused));
        assertEquals("SQLState 08001", SqlFailure.inWords(new SQLTransientConnectionException("canary", refused)));
    }

    @Test
    void without_a_state_the_innermost_cause_is_told_and_never_null() {
        SQLException noConnection = new SQLTransientConnectionException("canary", new SocketTimeoutException("canary"));

        assertEquals("SocketTimeoutException", SqlFailure.inWords(noConnection));
        assertEquals("SQLTransientConnectionException", SqlFailure.inWords(new SQLTransientConnectionException()));
    }
}
