package io.omnibridge.adapters.store.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P3")
@Tag("S1")
class CauseChainTest {

    private static final String SECRET = "password-77";

    @Test
    void messages_of_the_network_are_kept_and_those_of_servers_are_not() {
        SQLException failure = new SQLException(
                SECRET, "08001", new IllegalStateException(SECRET, new ConnectException("Connection refused")));

        assertEquals(
                "SQLException (SQLState 08001) <- IllegalStateException <- ConnectException: Connection refused",
                CauseChain.of(failure));
    }

    @Test
    void a_chain_that_leads_to_itself_ends() {
        IOException inner = new IOException("inner");
        IOException outer = new IOException("outer", inner);
        inner.initCause(outer);

        assertEquals(16, CauseChain.of(outer).split(" <- ", -1).length);
    }

    @Test
    void the_reason_is_the_most_telling_cause() {
        SSLHandshakeException handshake = new SSLHandshakeException(SECRET);
        handshake.initCause(new CertificateException(SECRET, new CertPathBuilderException(SECRET)));

        assertEquals(
                Optional.of(
                        "CertPathBuilderException: the server's certificate was issued by a CA that is not trusted"),
                ConnectionFailure.inWords(new SQLException(SECRET, "08006", handshake)));
        assertEquals(Optional.empty(), ConnectionFailure.inWords(new SQLException(SECRET)));
    }
}
