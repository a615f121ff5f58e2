package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import java.io.IOException;
import java.nio.file.Path;

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
}
