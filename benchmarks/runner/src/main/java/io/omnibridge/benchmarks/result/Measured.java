package io.omnibridge.benchmarks.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one contender.
 *
 * @param floor the name of the contender that shows what is unavoidable; its own name if it is that
 * @param peer the name of what a user would otherwise choose; empty if there is none
 * @param figures of each metric as many as there were rounds
 */
public record Measured(String contender, String floor, String peer, Map<Metric, Figures> figures) {

    /** Combines the results of the rounds, each with the same metrics. */
    public static Measured of(String contender, String floor, String peer, List<Map<Metric, Double>> rounds) {
        Map<Metric, Figures> figures = new EnumMap<>(Metric.class);
        for (Metric metric : rounds.get(0).keySet()) {
            figures.put(
                    metric,
                    new Figures(rounds.stream().map(round -> round.get(metric)).toList()));
        }
        return new Measured(contender, floor, peer, figures);
    }
}
