package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the JVM can keep of one run for the start of the next. */
final class ClassArchive {

    private static final int FIRST_JDK_WITH_CACHE = 25;

    private ClassArchive() {}

    /** Runs {@code contender} to its first 200, and answers a JVM that starts it from what was kept of that. */
    static Jvm make(Bench bench, Contender contender) throws IOException {
        boolean cache = bench.jvm().jdk().feature() >= FIRST_JDK_WITH_CACHE;
        Path archive = bench.folder().resolve(contender.name() + (cache ? ".aot" : ".jsa"));
        Progress.note("making " + archive.getFileName());
        Jvm training = bench.jvm().with((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        bench.start(contender, training).close();
        return bench.jvm().with((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
    }

    /** Answers a JVM that starts OmniBridge as its launcher does, from the file that the build keeps beside the jar. */
    static Jvm ofOmnibridge(Bench bench) {
        ask(bench, "make");
        return bench.jvm().with(ask(bench, "use").lines().toArray(String[]::new));
    }

    private static String ask(Bench bench, String task) {
        Path folder = bench.project().resolve("bootstrap");
        List<String> command = List.of(
                "sh",
                folder.resolve("class-archive").toString(),
                task,
                bench.jvm().jdk().home().toString(),
                folder.resolve("target/omnibridge.jar").toString());
        try (Run run = Run.start(folder, Map.of(), command)) {
            if (run.exit() != 0 || (task.equals("use") && run.out().isEmpty())) {
                throw new IllegalStateException("there is no archive of classes: " + run.err());
            }
            return run.out();
        }
    }
}
