package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of a scan.
 *
 * @param items may be empty even if more pages follow
 * @param unreadable how many rows were skipped because they are malformed; a row that is scanned twice is counted twice
 * @param next the cursor of the next page; empty if this page is the last
 */
public record ScanPage<T>(List<T> items, long unreadable, Optional<ScanCursor> next) {

    /** @throws InvalidValue if {@code unreadable} is negative */
    public ScanPage {
        items = List.copyOf(items);
        InvalidValue.unless(unreadable >= 0, "must have an unreadable count of at least 0");
        Objects.requireNonNull(next, "next");
    }
}
