package io.omnibridge.benchmarks.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whether a program has stopped becoming faster: its last three rates are within a twentieth of each other. */
final class Steadiness {

    private static final int ALIKE = 3;
    private static final double SPREAD = 1.05;

    private final List<Double> rates = new ArrayList<>();

    void add(double rate) {
        rates.add(rate);
    }

    boolean reached() {
        if (rates.size() < ALIKE) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - ALIKE, rates.size());
        return Collections.max(last) <= Collections.min(last) * SPREAD;
    }
}
