package io.omnibridge.benchmarks.floor;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Bare Javalin that answers the bytes of a file to every {@code GET /accounts} and {@code POST /accounts/link}, after the
 * {@link Work} that its one argument names. With {@code FLOOR_UPSTREAM} it forwards every request below {@code /api}; with
 * {@code FLOOR_SOURCES} it calls several servers for each {@code GET /search}. Settings:
 * {@code FLOOR_PORT}, {@code FLOOR_ANSWER} and what the work needs.
 */
public final class Floor {

    private static final int CREATED = 201;

    private final Work work;
    private final byte[] answer;

    private Floor(Work work, byte[] answer) {
        this.work = work;
        this.answer = answer;
    }

    public static void main(String[] arguments) throws IOException {
        byte[] answer = Files.readAllBytes(Path.of(setting("FLOOR_ANSWER")));
        Floor floor = new Floor(Work.named(arguments[0]), answer);
        Javalin.create(floor::configure).start("127.0.0.1", Integer.parseInt(setting("FLOOR_PORT")));
    }

    /** The value of an environment variable that has to be there. */
    static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.routes.get("/accounts", this::answer);
        Optional.ofNullable(System.getenv("FLOOR_UPSTREAM"))
                .map(Forward::new)
                .ifPresent(forward -> config.routes.get("/api/<path>", forward::handle));
        Optional.ofNullable(System.getenv("FLOOR_SOURCES"))
                .map(Together::new)
                .ifPresent(together -> config.routes.get("/search", together::handle));
        config.routes.post("/accounts/link", exchange -> {
            exchange.bodyAsBytes();
            answer(exchange.status(CREATED));
        });
    }

    private void answer(Context exchange) throws Exception {
        work.run();
        exchange.contentType("application/json").result(answer);
    }
}
