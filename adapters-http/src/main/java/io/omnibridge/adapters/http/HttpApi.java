package io.omnibridge.adapters.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.ExceptionMapper;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.JettySetup;
import java.time.Duration;
import java.util.List;

/** HTTP server of OmniBridge: Jetty and Javalin with all routes. Start it once, then stop it once. */
public final class HttpApi {

    private final Javalin javalin;
    private final JettySetup jetty;

    /** Configures the server; it opens no port before {@link #start()}. */
    public HttpApi(JettySetup jetty, Dispatcher dispatcher, List<Route> routes) {
        this.jetty = jetty;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            configureHttp(config);
            jetty.applyTo(config.jetty);
            dispatcher.register(routes, config.routes);
            ExceptionMapper.register(config.routes);
        });
    }

    private static void configureHttp(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(ExceptionMapper::respondToError);
    }

    /** Opens the port and returns once the server accepts connections. */
    public void start() {
        javalin.start();
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Answers each request with {@code Connection: close} from this call on, and goes on accepting connections. */
    public void drain() {
        jetty.drain();
    }

    /** Closes the port, serves open connections on, and waits up to {@code bound} until they have ended. */
    public void closePort(Duration bound) throws InterruptedException {
        jetty.closePort(bound);
    }

    /** Closes the port and waits at most ten seconds for requests in flight. */
    public void stop() {
        javalin.stop();
    }
}
