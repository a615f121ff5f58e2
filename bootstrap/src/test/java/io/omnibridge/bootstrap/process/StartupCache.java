package io.omnibridge.bootstrap.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The start-up caches that the build created beside its jar. Thread-safe. */
final class StartupCache {

    private static final Map<Jdk, List<String>> OPTIONS = new ConcurrentHashMap<>();

    private StartupCache() {}

    /** Returns the options with which a JDK uses its cache; none if it has none. */
    static List<String> options(Jdk jdk) {
        return OPTIONS.computeIfAbsent(jdk, StartupCache::ask);
    }

    private static List<String> ask(Jdk jdk) {
        String script = Omnibridge.PROJECT.resolve("bootstrap/startup-cache").toString();
        List<String> command = List.of("sh", script, "options", jdk.home().toString(), Omnibridge.JAR.toString());
        try (Run run = Run.start(Omnibridge.PROJECT, Map.of(), command)) {
            return run.exit() == 0 ? run.out().lines().toList() : List.of();
        }
    }
}
