package io.omnibridge.domain.search;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.use.UseTarget;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a search goes on in one source.
 *
 * @param target the account and source
 * @param cursor the source's own position, at most {@value #MAX_CURSOR} bytes; empty for its first page
 * @param limit the size of its pages, the same on all of them
 * @param failures how many pages in a row it gave nothing, less than {@value #MAX_FAILURES}
 */
public record SourcePosition(UseTarget target, Optional<String> cursor, int limit, int failures) {

    /** The maximum size of a source's own cursor. A longer one ends the source. */
    public static final int MAX_CURSOR = 512;

    /** A source that fails on this many pages in a row is given up, so that a search comes to an end. */
    public static final int MAX_FAILURES = 3;

    private static final int OVERHEAD = 100;

    /** @throws InvalidValue if a part breaks a rule above */
    public SourcePosition {
        Objects.requireNonNull(target, "target");
        InvalidValue.unless(cursor.isEmpty() || fits(cursor.get()), "must be at most " + MAX_CURSOR + " bytes");
        InvalidValue.unless(limit >= 1 && limit <= SourceQuery.MAX_LIMIT, "must be 1 to " + SourceQuery.MAX_LIMIT);
        InvalidValue.unless(failures >= 0 && failures < MAX_FAILURES, "must be less than " + MAX_FAILURES);
    }

    /** Returns about how many bytes the position takes where it is written down. */
    public int size() {
        String account = target.account().providerAccountId().value();
        return cursor.map(it -> it.getBytes(StandardCharsets.UTF_8).length).orElse(0)
                + account.getBytes(StandardCharsets.UTF_8).length
                + OVERHEAD;
    }

    /** Returns whether a source's own cursor can be kept. */
    public static boolean fits(String cursor) {
        return cursor.getBytes(StandardCharsets.UTF_8).length <= MAX_CURSOR;
    }
}
