package io.omnibridge.benchmarks.result;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers of one kind, one from each round, in the order of the rounds; at least one. */
public record Figures(List<Double> values) {

    public Figures {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return stream().min().orElseThrow();
    }

    public double greatest() {
        return stream().max().orElseThrow();
    }

    /**
     * What these are of {@code others}, round by round.
     *
     * @throws IllegalArgumentException if there were not as many rounds
     */
    public Figures ratioTo(Figures others) {
        if (others.values.size() != values.size()) {
            throw new IllegalArgumentException("other rounds");
        }
        return new Figures(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / others.values.get(round))
                .toList());
    }

    private DoubleStream stream() {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}
