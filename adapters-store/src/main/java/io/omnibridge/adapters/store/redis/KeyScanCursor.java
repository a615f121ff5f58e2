package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.SlotLayout;
import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.domain.InvalidValue;
import java.util.List;

/**
 * Cursor of a scan of all servers. A cursor of SCAN is valid only in the server process that returned it: after a restart or on a
 * replica, keys stand in another order. A server that was done may get slots afterwards. So this cursor names slot layout and server
 * process, and the scan begins again where they differ.
 *
 * @param layout fingerprint of the slot layout; empty at the start
 * @param server index of the server in the layout
 * @param run id of the server process that returned the cursor; empty at the beginning of a server
 * @param cursor of SCAN, where the step begins
 * @param within how much of the step is done
 */
record KeyScanCursor(CursorKind kind, String layout, int server, String run, String cursor, StepProgress within) {

    /** @throws InvalidValue if {@code position} is not of this kind */
    static KeyScanCursor of(CursorKind kind, ScanCursor position) {
        DecodedCursor place = DecodedCursor.of(kind, position);
        return new KeyScanCursor(
                kind,
                place.part(0),
                number(place.part(1)),
                place.part(2),
                cursor(place.part(3)),
                new StepProgress(place.part(4), number(place.part(5)), place.part(6)));
    }

    /** Returns the same if {@code now} still is the layout; otherwise the start of the scan. */
    KeyScanCursor in(SlotLayout now) {
        return layout.equals(now.fingerprint()) && server < now.nodes().size() ? this : start(kind, now);
    }

    static KeyScanCursor start(CursorKind kind, SlotLayout layout) {
        return new KeyScanCursor(kind, layout.fingerprint(), 0, "", KeyPage.BEGINNING, StepProgress.NONE);
    }

    boolean isBeginningOfServer() {
        return cursor.equals(KeyPage.BEGINNING);
    }

    KeyScanCursor beginningOfServer() {
        return new KeyScanCursor(kind, layout, server, "", KeyPage.BEGINNING, within);
    }

    KeyScanCursor nextServer() {
        return new KeyScanCursor(kind, layout, server + 1, "", KeyPage.BEGINNING, StepProgress.NONE);
    }

    KeyScanCursor at(String givenBy, String next) {
        return new KeyScanCursor(kind, layout, server, givenBy, next, StepProgress.NONE);
    }

    KeyScanCursor within(StepProgress done) {
        return new KeyScanCursor(kind, layout, server, run, cursor, done);
    }

    ScanCursor printable() {
        return new DecodedCursor(
                        kind,
                        List.of(
                                layout,
                                Integer.toString(server),
                                run,
                                cursor,
                                within.keys(),
                                Integer.toString(within.index()),
                                within.field()))
                .printable();
    }

    private static int number(String digits) {
        InvalidValue.unless(digits.matches("[0-9]{0,9}"), "must be a cursor of this scan");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String cursor(String digits) {
        InvalidValue.unless(digits.matches("[0-9]{0,19}|1[0-9]{19}"), "must be a cursor of this scan");
        return digits.isEmpty() ? KeyPage.BEGINNING : digits;
    }
}
