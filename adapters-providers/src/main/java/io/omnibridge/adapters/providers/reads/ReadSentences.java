package io.omnibridge.adapters.providers.reads;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences for a client whose request is no read. They consist of what the catalogue lists, and repeat nothing of the request. */
final class ReadSentences {

    private ReadSentences() {}

    static String onPrefix(List<ReadableApi> apis) {
        if (apis.isEmpty()) {
            return "No read of this provider is listed.";
        }
        return "The paths of this provider's reads begin with "
                + apis.stream().map(ReadableApi::prefix).sorted().collect(Collectors.joining(" or ")) + ".";
    }

    static String onMethod(ReadRule read) {
        return "This path can be read by " + read.method() + " only.";
    }

    static String onCondition(ReadRule read) {
        return "This path can be read with "
                + read.when().entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .sorted()
                        .collect(Collectors.joining(" and "))
                + ".";
    }

    /** Names the read that has the most in common with the path. */
    static String onPath(ReadableApi api, List<String> segments) {
        return api.reads().stream()
                .max(Comparator.comparingInt((ReadRule it) -> common(it.path(), segments))
                        .thenComparingInt(it -> -it.path().segments().size()))
                .map(it -> "This is not a listed read. " + it.method() + " "
                        + (api.prefix().equals("/") ? "" : api.prefix()) + it.path() + " is one.")
                .orElse("No read of this API is listed.");
    }

    private static int common(PathTemplate path, List<String> segments) {
        int common = 0;
        while (common < segments.size()
                && path.at(common)
                        .filter(new SegmentMatch(segments.get(common))::fits)
                        .isPresent()) {
            common++;
        }
        return common;
    }

    private record SegmentMatch(String segment) {
        boolean fits(TemplateSegment template) {
            return !(template instanceof TemplateSegment.Literal literal)
                    || literal.text().equals(segment);
        }
    }

    static String onParameters(ReadRule read) {
        return read.query().isEmpty()
                ? "This read takes no parameters."
                : "This read takes no other parameters than "
                        + read.query().stream().sorted().distinct().collect(Collectors.joining(", ")) + ".";
    }
}
