package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.bootstrap.process.Run;
import java.util.List;
import java.util.Map;

/** How much memory a process uses. */
final class Footprint {

    private static final double KIBIBYTES = 1024;

    private Footprint() {}

    /** What the operating system holds in memory for it. */
    static double residentMegabytes(Bench bench, Node node) {
        return Long.parseLong(
                        ask(bench, List.of("ps", "-o", "rss=", "-p", pid(node))).strip())
                / KIBIBYTES;
    }

    /** What the objects take up that it can still reach, after a full collection. */
    static long heapBytes(Bench bench, Node node) {
        return total(jcmd(bench, node, "GC.class_histogram"));
    }

    /** Collects what nothing refers to any more, and moves what stays to where it stays. */
    static void collect(Bench bench, Node node) {
        jcmd(bench, node, "GC.run");
    }

    /** The last number of the last line, which begins with {@code Total}. */
    static long total(String histogram) {
        String last = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no total in " + histogram));
        return Long.parseLong(last.substring(last.lastIndexOf(' ') + 1));
    }

    private static String jcmd(Bench bench, Node node, String task) {
        return ask(bench, List.of(bench.jvm().jdk().command("jcmd"), pid(node), task));
    }

    private static String pid(Node node) {
        return Long.toString(node.process().pid());
    }

    private static String ask(Bench bench, List<String> command) {
        try (Run run = Run.start(bench.folder(), Map.of(), command)) {
            if (run.exit() != 0) {
                throw new IllegalStateException(run.err());
            }
            return run.out();
        }
    }
}
