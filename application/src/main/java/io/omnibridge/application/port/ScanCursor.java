package io.omnibridge.application.port;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;

/**
 * A position in a scan. Only the store that returned it can read it. It may be printed on one line and used by another
 * process.
 *
 * @param value visible ASCII characters, at least one
 */
public record ScanCursor(String value) {

    /** The beginning, in every store. */
    public static final ScanCursor START = new ScanCursor("start");

    /** @throws InvalidValue if {@code value} is empty, or contains anything but visible ASCII characters */
    public ScanCursor {
        InvalidValue.unless(!value.isEmpty() && Text.isVisibleAscii(value), "must be visible ASCII characters");
    }
}
