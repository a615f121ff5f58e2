package io.omnibridge.adapters.providers.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds the reads of an API that have a path. A segment that a read spells out is never taken as the value of another read's
 * parameter, in any letter case: what stands beside a listed read, and is not listed, stays out of reach.
 */
final class PathMatch {

    /** What a value must not have in it where an API has functions, addresses by path and casts. */
    private static final String SIGNS_OF_FUNCTIONS = "()':$";

    private final ReadableApi api;

    PathMatch(ReadableApi api) {
        this.api = api;
    }

    /** Returns the reads with that path, of all methods. */
    List<ReadRule> find(List<String> segments) {
        List<ReadRule> left = api.reads();
        for (int i = 0; i < segments.size() && !left.isEmpty(); i++) {
            left = narrow(left, i, segments.get(i));
        }
        return left.stream()
                .filter(it -> it.path().fits(segments.size()))
                .filter(it -> isAllowed(it, segments))
                .toList();
    }

    private List<ReadRule> narrow(List<ReadRule> reads, int index, String segment) {
        List<ReadRule> spelled = filter(reads, index, it -> isSpelled(it, segment));
        if (!spelled.isEmpty()) {
            return filter(
                    reads,
                    index,
                    it -> it instanceof TemplateSegment.Anything
                            || (it instanceof TemplateSegment.Literal literal
                                    ? literal.text().equals(segment)
                                    : isSpelled(it, segment)));
        }
        return filter(reads, index, it -> it instanceof TemplateSegment.Parameter || it.isOpen());
    }

    private static boolean isSpelled(TemplateSegment template, String segment) {
        return template instanceof TemplateSegment.Literal literal
                ? literal.text().equalsIgnoreCase(segment)
                : template instanceof TemplateSegment.Function function
                        && function.argument(segment).isPresent();
    }

    private static List<ReadRule> filter(List<ReadRule> reads, int index, Predicate<TemplateSegment> test) {
        List<ReadRule> left = new ArrayList<>();
        for (ReadRule read : reads) {
            if (read.path().at(index).filter(test).isPresent()) {
                left.add(read);
            }
        }
        return left;
    }

    private boolean isAllowed(ReadRule read, List<String> segments) {
        return values(read, segments).stream()
                .allMatch(value -> !read.except().contains(value.toLowerCase(Locale.ROOT))
                        && (!api.quirks().hasFunctions() || isPlain(value)));
    }

    private static List<String> values(ReadRule read, List<String> segments) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            TemplateSegment template = read.path().at(i).orElseThrow();
            if (template instanceof TemplateSegment.Parameter || template.isOpen()) {
                values.add(segments.get(i));
            }
        }
        return values;
    }

    private static boolean isPlain(String value) {
        return value.chars().noneMatch(c -> SIGNS_OF_FUNCTIONS.indexOf(c) >= 0);
    }

    /** Returns the path to send behind the URL of the API. */
    static String encoded(ReadRule read, List<String> segments) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            TemplateSegment template = read.path().at(i).orElseThrow();
            path.append('/').append(encoded(template, segments.get(i)));
        }
        return path.toString();
    }

    private static String encoded(TemplateSegment template, String segment) {
        if (template instanceof TemplateSegment.Literal literal) {
            return literal.text();
        }
        if (template instanceof TemplateSegment.Function function) {
            return function.encoded(segment);
        }
        return Percent.encode(segment);
    }
}
