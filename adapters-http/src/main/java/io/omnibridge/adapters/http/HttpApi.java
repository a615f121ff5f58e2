package io.omnibridge.adapters.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.ExceptionMapper;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.JettySetup;
import java.util.List;

/** The HTTP server with all its routes. */
public final class HttpApi {

    private final Javalin javalin;

    /** Prepares the server; nothing listens before {@link #start()}. */
    public HttpApi(JettySetup jetty, Dispatcher dispatcher, List<Route> routes) {
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            configureHttp(config);
            jetty.applyTo(config.jetty);
            dispatcher.declare(routes, config.routes);
            ExceptionMapper.declare(config.routes);
        });
    }

    private static void configureHttp(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(ExceptionMapper::respondToFault);
    }

    /** Listens, and returns once it does. */
    public void start() {
        javalin.start();
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening and waits, bounded, for requests in flight. */
    public void stop() {
        javalin.stop();
    }
}
