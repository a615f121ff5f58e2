package io.omnibridge.adapters.providers.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Path of a read behind the prefix of its API, such as {@code /users/me/messages/{id}}.
 *
 * @param text the template as the catalogue spells it
 */
public record PathTemplate(String text, List<TemplateSegment> segments) {

    private static final int MAX_REST = 20;
    private static final int MAX_ANYTHING = 60;

    public PathTemplate {
        Objects.requireNonNull(text, "text");
        segments = List.copyOf(segments);
    }

    /** Parses a template; empty if it is malformed. */
    public static Optional<PathTemplate> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        List<TemplateSegment> segments = new ArrayList<>();
        for (String part : text.substring(1).split("/", -1)) {
            Optional<TemplateSegment> segment = TemplateSegment.parse(part);
            boolean isBehindOpen =
                    !segments.isEmpty() && segments.get(segments.size() - 1).isOpen();
            if (segment.isEmpty() || isBehindOpen) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new PathTemplate(text, segments));
    }

    /** Returns whether a path may have that many segments. */
    boolean fits(int count) {
        TemplateSegment last = segments.get(segments.size() - 1);
        if (last instanceof TemplateSegment.Anything) {
            return count >= segments.size() - 1 && count <= MAX_ANYTHING;
        }
        boolean isRest = last instanceof TemplateSegment.Rest;
        return count == segments.size() || (isRest && count > segments.size() && count < segments.size() + MAX_REST);
    }

    /** Returns what stands at a place of a path that {@linkplain #fits fits}, or is longer than this template. */
    Optional<TemplateSegment> at(int index) {
        if (index < segments.size()) {
            return Optional.of(segments.get(index));
        }
        return Optional.of(segments.get(segments.size() - 1)).filter(TemplateSegment::isOpen);
    }

    /** Returns whether the template uses what only an operator's own entry may use. */
    public boolean isOpenEnded() {
        return segments.stream().anyMatch(TemplateSegment.Anything.class::isInstance);
    }

    @Override
    public String toString() {
        return text;
    }
}
