package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import io.omnibridge.adapters.support.files.WatchedFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads the files of secrets again and again, on a thread of its own, until it is closed. */
final class FileWatch implements AutoCloseable {

    /** A new content is used after two readings. */
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("file-watch"));

    private FileWatch() {}

    static FileWatch start(List<WatchedFile<?>> files) {
        FileWatch watch = new FileWatch();
        for (WatchedFile<?> file : files) {
            Future<?> unused = watch.scheduler.scheduleWithFixedDelay(
                    file::refresh, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
