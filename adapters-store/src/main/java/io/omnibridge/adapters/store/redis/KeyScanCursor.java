package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.SlotLayout;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.domain.InvalidValue;
import java.util.List;

/**
 * How far a sweep of all servers has come. A cursor means something only to the very process that gave it: with other hash
 * seeds, after a restart or on a replica, keys lie in another order. And a server that was done is not done any more when it
 * got slots. So a position knows both, and what does not fit begins again.
 *
 * @param layout what the layout is recognised by; empty at the start
 * @param server which one of the layout
 * @param run which run of that server gave the cursor; empty at the beginning
 * @param cursor where the step begins
 * @param within how much of the step is done
 */
record KeyScanCursor(DecodedCursor.Kind kind, String layout, int server, String run, String cursor, Within within) {

    /**
     * How much of a step is done: its keys are always taken in the same order.
     *
     * @param keys what the keys of the step are recognised by; empty when none is done
     * @param index of the first key that is not done
     * @param field the last one of that key that is done; empty when none is
     */
    record Within(String keys, int index, String field) {

        static final Within NONE = new Within("", 0, "");

        /** The same, where these are the keys; else the step begins again. */
        Within among(String these) {
            return keys.equals(these) ? this : new Within(these, 0, "");
        }

        Within withNextKey() {
            return new Within(keys, index + 1, "");
        }

        Within withField(String last) {
            return new Within(keys, index, last);
        }
    }

    /** @throws InvalidValue if {@code position} is none of this kind */
    static KeyScanCursor of(DecodedCursor.Kind kind, ScanCursor position) {
        DecodedCursor place = DecodedCursor.of(kind, position);
        return new KeyScanCursor(
                kind,
                place.part(0),
                number(place.part(1)),
                place.part(2),
                cursor(place.part(3)),
                new Within(place.part(4), number(place.part(5)), place.part(6)));
    }

    /** The same in {@code now}; the start of the sweep, if the slots lie differently. */
    KeyScanCursor in(SlotLayout now) {
        return layout.equals(now.fingerprint()) && server < now.nodes().size() ? this : start(kind, now);
    }

    static KeyScanCursor start(DecodedCursor.Kind kind, SlotLayout layout) {
        return new KeyScanCursor(kind, layout.fingerprint(), 0, "", KeyPage.BEGINNING, Within.NONE);
    }

    boolean isBeginningOfServer() {
        return cursor.equals(KeyPage.BEGINNING);
    }

    KeyScanCursor beginningOfServer() {
        return new KeyScanCursor(kind, layout, server, "", KeyPage.BEGINNING, within);
    }

    KeyScanCursor nextServer() {
        return new KeyScanCursor(kind, layout, server + 1, "", KeyPage.BEGINNING, Within.NONE);
    }

    KeyScanCursor at(String givenBy, String next) {
        return new KeyScanCursor(kind, layout, server, givenBy, next, Within.NONE);
    }

    KeyScanCursor within(Within done) {
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
        InvalidValue.unless(digits.matches("[0-9]{0,9}"), "must be a position of this sweep");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String cursor(String digits) {
        InvalidValue.unless(digits.matches("[0-9]{0,19}|1[0-9]{19}"), "must be a position of this sweep");
        return digits.isEmpty() ? KeyPage.BEGINNING : digits;
    }
}
