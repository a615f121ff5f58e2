package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.RequestConnection;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.wiring.BorrowingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A {@link BorrowingNode} in a process of its own, which a test can stop, continue and kill. */
final class BorrowingProcess implements AutoCloseable {

    /** How long a provider call may take in this process: long enough for a busy machine. */
    static final Duration BUDGET = Duration.ofSeconds(8);

    /** How late the response of a provider call may arrive in this process. */
    static final Duration MAX_RESPONSE_DELAY = Duration.ofSeconds(20);

    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final Run run;

    private BorrowingProcess(Run run) {
        this.run = run;
    }

    /** Starts a process, and does not wait until it is ready. */
    static BorrowingProcess start(Map<String, String> settings) {
        return new BorrowingProcess(Omnibridge.runInstead(
                Jdk.running(),
                BorrowingNode.class,
                settings,
                Long.toString(BUDGET.toMillis()),
                Long.toString(MAX_RESPONSE_DELAY.toMillis())));
    }

    /** Lets that many callers borrow at once, and returns their results in words. */
    CompletableFuture<List<String>> borrow(GrantedAccount account, int callers) {
        return borrow(account, callers, "none", Duration.ZERO);
    }

    /** Lets callers borrow at once; the one that calls the provider pauses at {@code step} for {@code time}. */
    CompletableFuture<List<String>> borrow(GrantedAccount account, int callers, String step, Duration time) {
        CompletableFuture<List<String>> results = new CompletableFuture<>();
        ask(account + " " + callers + " " + step + " " + time.toMillis() + "\n", results);
        return results;
    }

    /** Lets one caller borrow, and does not wait for its result. */
    void begin(GrantedAccount account, String step, Duration time) {
        ask(account + " 1 " + step + " " + time.toMillis() + "\n", new CompletableFuture<>());
    }

    private void ask(String line, CompletableFuture<List<String>> results) {
        int port = port();
        Thread thread = new Thread(
                () -> {
                    try (RequestConnection connection = new RequestConnection(port)) {
                        connection.send(line);
                        results.complete(new RawResponse(connection.response())
                                .text()
                                .lines()
                                .toList());
                    } catch (IOException e) {
                        results.completeExceptionally(e);
                    }
                },
                "caller");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the first result of one caller that is not {@code unavailable}. */
    String complete(GrantedAccount account) {
        String[] result = {""};
        Poll.until(
                () -> {
                    result[0] = borrow(account, 1).join().get(0);
                    return !result[0].equals("unavailable");
                },
                MAX_WAIT,
                Duration.ofMillis(150));
        return result[0];
    }

    /** Waits until that many callers have paused at {@code step} since the start of the process. */
    void awaitPaused(String step, int many) {
        Poll.until(() -> run.err().split("paused " + step, -1).length > many, MAX_WAIT);
    }

    /** Sends a signal, such as {@code -STOP}. */
    void signal(String signal) {
        run.signal(signal);
    }

    String output() {
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
