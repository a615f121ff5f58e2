package io.omnibridge.benchmarks.load;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one run of wrk measured. */
public record Sample(double requestsPerSecond, long requests, double p50Millis, double p99Millis) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern WRONG = Pattern.compile("(?m)^\\s*((?:Non-2xx|Socket errors).*)$");

    /**
     * Reads what {@code wrk --latency} printed.
     *
     * @throws IllegalArgumentException if a request failed, or it is no such output: a wrong answer is never fast
     */
    public static Sample parse(String output) {
        Matcher wrong = WRONG.matcher(output);
        if (wrong.find()) {
            throw new IllegalArgumentException(wrong.group(1));
        }
        return new Sample(
                Double.parseDouble(find(RATE, output).group(1)),
                Long.parseLong(find(REQUESTS, output).group(1)),
                percentile(50, output),
                percentile(99, output));
    }

    /** What several runs at the same time come to: all their requests, and the latency of the slowest. */
    public static Sample together(List<Sample> samples) {
        return new Sample(
                samples.stream().mapToDouble(Sample::requestsPerSecond).sum(),
                samples.stream().mapToLong(Sample::requests).sum(),
                samples.stream().mapToDouble(Sample::p50Millis).max().orElseThrow(),
                samples.stream().mapToDouble(Sample::p99Millis).max().orElseThrow());
    }

    private static double percentile(int percent, String output) {
        Matcher found = find(Pattern.compile("(?m)^\\s+" + percent + "%\\s+([\\d.]+)(us|ms|s) ?$"), output);
        double number = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> number / 1_000;
            case "ms" -> number;
            default -> number * 1_000;
        };
    }

    private static Matcher find(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalArgumentException("wrk printed\n" + output);
        }
        return found;
    }
}
