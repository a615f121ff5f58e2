package io.omnibridge.benchmarks.result;

import java.util.Locale;

/** One thing that is measured, and how it is shown. */
public enum Metric {
    REQUESTS_PER_SECOND("requests/s", 0),
    RATE_IN_SECOND_1("second 1", 0),
    RATE_IN_SECOND_3("second 3", 0),
    RATE_IN_SECOND_6("second 6", 0),
    RATE_IN_SECOND_10("second 10", 0),
    RATE_IN_SECOND_15("second 15", 0),
    P50_MILLIS("p50 ms", 2),
    P99_MILLIS("p99 ms", 2),
    CPU_MICROS_PER_REQUEST("CPU µs/request", 1),
    FIRST_ANSWER_MILLIS("first 200, ms", 0),
    RESIDENT_MEGABYTES("RSS, MiB", 1),
    HEAP_MEBIBYTES("live heap, MiB", 1),
    HEAP_BYTES_PER_ACCOUNT("heap bytes/account", 0);

    private final String title;
    private final int decimals;

    Metric(String title, int decimals) {
        this.title = title;
        this.decimals = decimals;
    }

    public String title() {
        return title;
    }

    /** {@code value} as it stands in a table. */
    public String format(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
