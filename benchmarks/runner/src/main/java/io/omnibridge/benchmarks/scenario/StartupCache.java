package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Start-up caches: CDS archives before JDK 25, AOT caches from 25 on. */
final class StartupCache {

    private static final int FIRST_JDK_WITH_CACHE = 25;

    private StartupCache() {}

    /** Runs {@code contender} to its first 200, and returns a JVM that starts it with the cache of that run. */
    static Jvm make(Bench bench, Contender contender) throws IOException {
        boolean cache = bench.jvm().jdk().feature() >= FIRST_JDK_WITH_CACHE;
        Path archive = bench.folder().resolve(contender.name() + (cache ? ".aot" : ".jsa"));
        Progress.note("making " + archive.getFileName());
        Jvm training = bench.jvm().with((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        bench.start(contender, training).close();
        return bench.jvm().with((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    /** Returns a JVM that starts OmniBridge as its launcher does, with the cache beside the jar. */
    static Jvm ofOmnibridge(Bench bench) {
        ask(bench, "create");
        return bench.jvm().with(ask(bench, "options").lines().toArray(String[]::new));
    }

    private static String ask(Bench bench, String task) {
        Path folder = bench.project().resolve("bootstrap");
        List<String> command = List.of(
                "sh",
                folder.resolve("startup-cache").toString(),
                task,
                bench.jvm().jdk().home().toString(),
                folder.resolve("target/omnibridge.jar").toString());
        try (Run run = Run.start(folder, Map.of(), command)) {
            if (run.exit() != 0 || (task.equals("options") && run.out().isEmpty())) {
                throw new IllegalStateException("there is no start-up cache: " + run.err());
            }
            return run.out();
        }
    }
}
