package io.omnibridge.benchmarks.scenario;

import io.omnibridge.benchmarks.Bench;
import io.omnibridge.benchmarks.result.Section;
import java.io.IOException;

/** One question. */
public interface Scenario {

    /** What asks for it on the command line. */
    String name();

    /** The head of its table. */
    String title();

    /** Measures it. */
    Section measure(Bench bench) throws IOException;
}
