package io.omnibridge.bootstrap.e2e;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.nio.charset.StandardCharsets;

/** Bare server on a free port, which it prints on standard error. It responds with its first argument. */
final class BaselineServer {

    private BaselineServer() {}

    public static void main(String[] arguments) {
        byte[] response = arguments[0].getBytes(StandardCharsets.UTF_8);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.get(
                    "/accounts",
                    exchange -> exchange.contentType("application/json").result(response));
        });
        server.start("127.0.0.1", 0);
        System.err.println("bare on :" + server.port() + ";");
    }
}
