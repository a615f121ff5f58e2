package io.omnibridge.benchmarks.load;

import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs {@code wrk} with one thread. */
public final class Wrk {

    /** As long as a request may hesitate without ending a run; its latency counts all the same. */
    public static final String TIMEOUT = "20s";

    private final Path folder;
    private final Path script;

    /** @param folder where its script may be put */
    public Wrk(Path folder) throws IOException {
        this.folder = folder;
        this.script = folder.resolve("requests.lua");
        try (InputStream in = Objects.requireNonNull(Wrk.class.getResourceAsStream("requests.lua"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Sends to all {@code ports} at once, over so many connections together, for so long.
     *
     * @param sent how many requests they were sent before
     */
    public Sample run(List<Integer> ports, Requests requests, long sent, int connections, Duration time) {
        List<Run> running = new ArrayList<>();
        for (int port : ports) {
            running.add(start(port, requests, sent, Math.max(1, connections / ports.size()), time));
        }
        return Sample.together(running.stream().map(Wrk::sample).toList());
    }

    private Run start(int port, Requests requests, long sent, int connections, Duration time) {
        List<String> command = List.of(
                "wrk",
                "--latency",
                "--timeout",
                TIMEOUT,
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "-s" + script,
                "http://127.0.0.1:" + port + requests.path());
        return Run.start(folder, requests.environment(sent), command);
    }

    private static Sample sample(Run run) {
        try (run) {
            run.exit();
            return Sample.parse(run.out() + run.err());
        }
    }
}
