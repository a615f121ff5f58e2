package io.omnibridge.adapters.providers.scrub;

/** Decodes percent-encoding (RFC 3986 §2.1) while characters pass. Not thread-safe. */
final class PercentUnits implements UnitSink {

    private static final int LENGTH = 3;

    private final UnitSink next;
    private final int[] units = new int[LENGTH];
    private final long[] starts = new long[LENGTH];
    private final long[] ends = new long[LENGTH];
    private int held;

    PercentUnits(UnitSink next) {
        this.next = next;
    }

    @Override
    public void accept(int unit, long start, long end) {
        if (held > 0 && (unit == OTHER || Character.digit(unit, 16) < 0)) {
            release();
        }
        if (held == 0 && unit != '%') {
            next.accept(unit, start, end);
            return;
        }
        units[held] = unit;
        starts[held] = start;
        ends[held++] = end;
        if (held == LENGTH) {
            int decoded = Character.digit(units[1], 16) << 4 | Character.digit(units[2], 16);
            held = 0;
            next.accept(decoded < 128 ? decoded : OTHER, starts[0], end);
        }
    }

    /** Passes on what turned out not to be encoded. */
    private void release() {
        int count = held;
        held = 0;
        for (int i = 0; i < count; i++) {
            next.accept(units[i], starts[i], ends[i]);
        }
    }

    /** Returns whether no character is incomplete. */
    boolean isIdle() {
        return held == 0;
    }

    /** Returns where a character began that is not complete; {@code otherwise} if there is none. */
    long pendingSince(long otherwise) {
        return held > 0 ? starts[0] : otherwise;
    }
}
