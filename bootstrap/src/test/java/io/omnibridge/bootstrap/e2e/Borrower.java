package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.wiring.BorrowingNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A {@link BorrowingNode} in a process of its own, which can be stopped, continued and killed. */
final class Borrower implements AutoCloseable {

    /** How long a call of a provider may take there, and how late its answer may come. */
    static final Duration BUDGET = Duration.ofMillis(2_500);

    static final Duration HORIZON = Duration.ofSeconds(3);

    private static final Duration MAX_WAIT = Duration.ofSeconds(30);
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private final Run run;

    private Borrower(Run run) {
        this.run = run;
    }

    /** It starts while others do. */
    static Borrower start(Map<String, String> settings) {
        String classPath = Omnibridge.JAR + File.pathSeparator + MODULE.resolve("target/test-classes");
        return new Borrower(Run.start(
                MODULE,
                settings,
                List.of(
                        Jdk.running().command("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        BorrowingNode.class.getName(),
                        Long.toString(BUDGET.toMillis()),
                        Long.toString(HORIZON.toMillis()))));
    }

    /** What so many callers at once come to, in words. */
    CompletableFuture<List<String>> borrow(UserSnapshot snapshot, int callers) {
        return borrow(snapshot, callers, "none", Duration.ZERO);
    }

    /** As above, where the one of them that calls the provider stops at {@code step} for {@code time}. */
    CompletableFuture<List<String>> borrow(UserSnapshot snapshot, int callers, String step, Duration time) {
        CompletableFuture<List<String>> outcomes = new CompletableFuture<>();
        ask(snapshot + " " + callers + " " + step + " " + time.toMillis() + "\n", outcomes);
        return outcomes;
    }

    /** One caller borrows; nobody waits for what it comes to. */
    void begin(UserSnapshot snapshot, String step, Duration time) {
        ask(snapshot + " 1 " + step + " " + time.toMillis() + "\n", new CompletableFuture<>());
    }

    private void ask(String line, CompletableFuture<List<String>> outcomes) {
        int port = port();
        Thread thread = new Thread(
                () -> {
                    try (RequestConnection connection = new RequestConnection(port)) {
                        connection.send(line);
                        outcomes.complete(
                                connection.answer().connection().lines().toList());
                    } catch (IOException e) {
                        outcomes.completeExceptionally(e);
                    }
                },
                "caller");
        thread.setDaemon(true);
        thread.start();
    }

    /** What one caller comes to once something is to be had, or nothing ever will be. */
    String complete(UserSnapshot snapshot) {
        String[] outcome = {""};
        Poll.until(
                () -> {
                    outcome[0] = borrow(snapshot, 1).join().get(0);
                    return !outcome[0].equals("unavailable");
                },
                MAX_WAIT);
        return outcome[0];
    }

    /** Waits until so many callers have stopped at {@code step}. */
    void awaitHalted(String step, int many) {
        Poll.until(() -> run.err().split("paused " + step, -1).length > many, MAX_WAIT);
    }

    /** {@code kill -STOP}, and so on. */
    void signal(String signal) {
        try {
            int status = new ProcessBuilder(
                            "kill", signal, Long.toString(run.handle().pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill " + signal + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String said() {
        return run.out() + run.err();
    }

    private int port() {
        return Integer.parseInt(run.awaitErr("borrowing on \\S*:(\\d+)").group(1));
    }

    @Override
    public void close() {
        run.handle().destroyForcibly();
        run.close();
    }
}
