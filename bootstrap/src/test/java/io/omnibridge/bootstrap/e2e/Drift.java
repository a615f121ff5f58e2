package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.bootstrap.wiring.DriftingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** How far the clock of a {@link DriftingNode} is ahead, in a file that the node reads. */
record Drift(Path file) {

    static Drift of(Duration ahead) {
        try {
            Drift drift = new Drift(Files.createTempFile("drift", ".txt"));
            drift.file.toFile().deleteOnExit();
            drift.set(ahead);
            return drift;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts OmniBridge with a clock that is wrong by this much. */
    Run start(Map<String, String> settings, String command) {
        return Omnibridge.runInstead(Jdk.running(), DriftingNode.class, settings, file.toString(), command);
    }

    /** Changes it, also for a node that runs. */
    void set(Duration ahead) {
        try {
            Path next = Files.writeString(Path.of(file + ".next"), Long.toString(ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
