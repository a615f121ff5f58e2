package io.omnibridge.benchmarks.contender;

import io.omnibridge.bootstrap.process.KeptConnection;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that runs and answers. Closing ends its process. */
public final class Node implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final Run run;
    private final int port;
    private final Duration untilFirstAnswer;

    private Node(Run run, int port, Duration untilFirstAnswer) {
        this.run = run;
        this.port = port;
        this.untilFirstAnswer = untilFirstAnswer;
    }

    /** Starts {@code program}, and returns once it answers {@code GET /accounts} with {@code token} by 200. */
    public static Node start(Jvm jvm, Program program, Path folder, String token) throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(program.environment());
        for (String name : List.of("OMNIBRIDGE_HTTP_PORT", "SERVER_PORT", "FLOOR_PORT")) {
            environment.put(name, Integer.toString(port));
        }
        long start = System.nanoTime();
        Run run = Run.start(folder, environment, jvm.command(program));
        byte[] request = KeptConnection.get("/accounts", token);
        while (!answers(port, request)) {
            if (!run.handle().isAlive() || System.nanoTime() - start > TIMEOUT.toNanos()) {
                run.close();
                throw new IOException(program.arguments() + " does not answer:\n" + run.out() + run.err());
            }
        }
        return new Node(run, port, Duration.ofNanos(System.nanoTime() - start));
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return run.handle();
    }

    /** From the start of the process to its first 200. */
    public Duration untilFirstAnswer() {
        return untilFirstAnswer;
    }

    /** What it has used of all processors together. */
    public Duration cpuTime() {
        return process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        run.close();
    }

    private static boolean answers(int port, byte[] request) {
        try (KeptConnection connection = new KeptConnection(port)) {
            return connection.exchange(request).status() == OK;
        } catch (IOException e) {
            return pause();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(1);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
