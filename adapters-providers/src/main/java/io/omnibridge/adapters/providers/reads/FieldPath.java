package io.omnibridge.adapters.providers.reads;

import java.util.List;
import java.util.Optional;

/**
 * JSON pointer (RFC 6901) in which {@code *} stands for every element of an array or every member of an object. With {@code **} as its
 * first part it is the members of the name behind that, at any depth.
 *
 * @param parts decoded, at least one
 */
public record FieldPath(List<String> parts) {

    /** Stands for any element or member. */
    public static final String ANY = "*";

    private static final String ANY_DEPTH = "**";

    public FieldPath {
        parts = List.copyOf(parts);
    }

    /** Parses a pointer; empty if it is malformed, or points to the whole document. */
    public static Optional<FieldPath> parse(String text) {
        if (!text.startsWith("/") || text.matches(".*~([^01].*)?")) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.substring(1).split("/", -1));
        boolean isAnywhere = parts.get(0).equals(ANY_DEPTH);
        if (parts.lastIndexOf(ANY_DEPTH) > 0
                || (isAnywhere && (parts.size() != 2 || parts.get(1).equals(ANY)))) {
            return Optional.empty();
        }
        return Optional.of(new FieldPath(parts.stream()
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList()));
    }

    /** Returns the name of the members that this is at any depth; empty if it leads to one place. */
    public Optional<String> anywhere() {
        return parts.get(0).equals(ANY_DEPTH) ? Optional.of(parts.get(1)) : Optional.empty();
    }

    /** Returns whether the place at {@code depth}, counted from 0, may be a member of that name, or an element for {@code *}. */
    public boolean fits(int depth, String name) {
        return depth < parts.size()
                && (parts.get(depth).equals(ANY) || parts.get(depth).equals(name));
    }
}
