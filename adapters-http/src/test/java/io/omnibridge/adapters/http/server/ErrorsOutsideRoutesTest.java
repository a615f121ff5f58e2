package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.support.testing.LogRecorder;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An {@link Error} outside the routes, such as a class that cannot be loaded, is answered and logged. */
@Tag("P6")
class ErrorsOutsideRoutesTest {

    private static final String HEAD = "POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final Server server = new Server();
    private final ServerConnector connector = connector(server);
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final LogRecorder log = new LogRecorder();

    @BeforeEach
    void start() throws Exception {
        log.start();
        root.addAppender(log);
        server.addConnector(connector);
        SlowConnectionMonitor monitor = SlowConnectionMonitor.watch(connector, SlowClientLimits.DEFAULT);
        RequestMetrics metrics = new RequestMetrics(new SimpleMeterRegistry());
        CommonHeadersHandler commonHeaders =
                new CommonHeadersHandler(new RequestIds(new SecureRandom()), () -> false, metrics, monitor);
        BodyHandler bodies = new BodyHandler(monitor);
        bodies.setHandler(new FailingHandler());
        commonHeaders.setHandler(bodies);
        server.setHandler(commonHeaders);
        server.setErrorHandler(new ProblemErrorHandler(commonHeaders));
        server.start();
    }

    private static ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        JettySetup.configure(http);
        return Listener.plain("127.0.0.1", 0).connector(server, 1, http);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        root.detachAppender(log);
    }

    @Test
    void an_error_is_answered_when_the_body_arrives_with_the_head() {
        try (RawHttp connection = RawHttp.connect(connector.getLocalPort())) {
            connection.send(HEAD + "\r\n{}").read().isProblem(500, "internal_error");
        }
        assertLogged();
    }

    @Test
    void an_error_is_answered_when_the_body_arrives_later() {
        try (RawHttp connection = RawHttp.connect(connector.getLocalPort())) {
            connection.send(HEAD + "Expect: 100-continue\r\n\r\n");
            awaitContinue(connection);
            connection.send("{}").read().isProblem(500, "internal_error");
        }
        assertLogged();
    }

    /** Reads the interim response, which the server sends when it waits for the body. */
    private static void awaitContinue(RawHttp connection) {
        StringBuilder interim = new StringBuilder();
        for (int i = 0; i < CONTINUE.length(); i++) {
            interim.append((char) connection.readByte());
        }
        assertEquals(CONTINUE, interim.toString());
    }

    private void assertLogged() {
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(lines.contains("unexpected java.lang.NoClassDefFoundError outside the routes"), lines::toString);
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.contains("canary")).toList());
    }

    private static final class FailingHandler extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            throw new NoClassDefFoundError("canary");
        }
    }
}
