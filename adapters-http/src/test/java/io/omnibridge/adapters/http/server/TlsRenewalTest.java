package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.adapters.http.tls.InvalidTlsIdentity;
import io.omnibridge.adapters.http.tls.TlsIdentity;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Tag("T1")
@Timeout(60)
class TlsRenewalTest {

    private final AtomicInteger readings = new AtomicInteger();
    private final Log log = new Log();
    private volatile PemSamples present = PemSamples.EC;
    private volatile String problem = "";
    private ServerTls tls;
    private TestApi api;

    @BeforeEach
    void start() {
        log.start();
        logger().addAppender(log);
        logger().setLevel(Level.INFO);
        tls = ServerTls.open(this::read, Clock.systemUTC(), Duration.ofMillis(5));
        api = TestSetup.DEFAULT.withTls(tls).api();
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop();
        tls.close();
        logger().detachAppender(log);
    }

    @Test
    void new_connections_use_a_renewed_certificate_and_old_ones_stay_open() throws Exception {
        try (RawHttp old = api.connect()) {
            api.get("/healthz").sendOn(old).is(200);

            present = PemSamples.RSA;
            awaitReadings();

            handshake(PemSamples.RSA);
            assertThrows(SSLHandshakeException.class, () -> handshake(PemSamples.EC));
            api.get("/healthz").sendOn(old).is(200);
        }
        assertEquals(List.of("INFO renewed TLS certificate in use"), log.lines);
    }

    @Test
    void an_invalid_certificate_is_logged_once_and_the_old_one_stays() throws Exception {
        problem = "OMNIBRIDGE_TLS_CERTIFICATE has expired";
        awaitReadings();
        handshake(PemSamples.EC);

        problem = "";
        awaitReadings();
        present = PemSamples.RSA;
        awaitReadings();

        handshake(PemSamples.RSA);
        assertEquals(
                List.of(
                        "WARN TLS certificate not renewed, the old one stays in use: OMNIBRIDGE_TLS_CERTIFICATE has"
                                + " expired",
                        "INFO renewed TLS certificate in use"),
                log.lines);
    }

    private TlsIdentity read(Instant now) {
        readings.incrementAndGet();
        if (!problem.isEmpty()) {
            throw new InvalidTlsIdentity(problem);
        }
        return present.identity();
    }

    /** Waits until the certificate was read after this call began, and the result was applied. */
    private void awaitReadings() throws InterruptedException {
        int before = readings.get();
        while (readings.get() < before + 3) {
            Thread.sleep(2);
        }
    }

    private void handshake(PemSamples trusted) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) trusted.trusted().getSocketFactory().createSocket("localhost", api.port())) {
            socket.startHandshake();
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ServerTls.class);
    }

    private static final class Log extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }
}
