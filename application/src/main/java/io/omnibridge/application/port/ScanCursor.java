package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;

/**
 * How far a sweep has come. Only the store that gave it can read it; it can be printed on one line, kept, and taken back by
 * another process.
 *
 * @param value visible ASCII characters, at least one
 */
public record ScanCursor(String value) {

    /** Before everything, in every store. */
    public static final ScanCursor START = new ScanCursor("start");

    /** @throws InvalidValue if {@code value} is empty, or has anything but visible ASCII characters */
    public ScanCursor {
        InvalidValue.unless(!value.isEmpty() && Text.isVisibleAscii(value), "must be visible ASCII characters");
    }
}
