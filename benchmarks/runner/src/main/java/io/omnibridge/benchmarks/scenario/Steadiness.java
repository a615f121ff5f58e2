package io.omnibridge.benchmarks.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a program has stopped becoming faster: its last four rates are together at most a fiftieth above the four before. A
 * difference between single rates says nothing on a machine that others use too.
 */
final class Steadiness {

    private static final int COMPARED = 4;
    private static final double GROWTH = 1.02;

    private final List<Double> rates = new ArrayList<>();

    void add(double rate) {
        rates.add(rate);
    }

    boolean reached() {
        int count = rates.size();
        return count >= 2 * COMPARED
                && sum(count - COMPARED, count) <= sum(count - 2 * COMPARED, count - COMPARED) * GROWTH;
    }

    private double sum(int from, int to) {
        return rates.subList(from, to).stream().mapToDouble(Double::doubleValue).sum();
    }
}
