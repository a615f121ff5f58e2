package io.omnibridge.benchmarks.scenario;

/** Says on standard error what a long run is doing. */
public final class Progress {

    private Progress() {}

    public static void note(String what) {
        System.err.println("benchmarks: " + what);
    }
}
