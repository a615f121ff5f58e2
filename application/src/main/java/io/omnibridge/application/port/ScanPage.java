package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a sweep.
 *
 * @param items may be empty, also where the sweep goes on
 * @param unreadable how much was passed over because it is not as OmniBridge writes it; what is met twice is counted
 *     twice
 * @param next behind what was met; empty when there is nothing more
 */
public record ScanPage<T>(List<T> items, long unreadable, Optional<ScanCursor> next) {

    /** @throws InvalidValue if {@code unreadable} is negative */
    public ScanPage {
        items = List.copyOf(items);
        InvalidValue.unless(unreadable >= 0, "must have an unreadable count of at least 0");
        Objects.requireNonNull(next, "next");
    }
}
