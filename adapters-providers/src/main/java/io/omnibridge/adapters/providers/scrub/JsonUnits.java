package io.omnibridge.adapters.providers.scrub;

/** Decodes the escapes of JSON strings (RFC 8259 §7) while characters pass. Not thread-safe. */
final class JsonUnits implements UnitSink {

    private static final int HEX_DIGITS = 4;

    private final UnitSink next;
    private boolean isEscaped;
    private int digitsLeft;
    private int value;
    private long start;

    JsonUnits(UnitSink next) {
        this.next = next;
    }

    @Override
    public void accept(int unit, long from, long end) {
        if (digitsLeft > 0) {
            digit(unit, end);
        } else if (isEscaped) {
            escape(unit, end);
        } else if (unit == '\\') {
            isEscaped = true;
            start = from;
        } else {
            next.accept(unit, from, end);
        }
    }

    private void escape(int unit, long end) {
        isEscaped = false;
        if (unit == 'u') {
            digitsLeft = HEX_DIGITS;
            value = 0;
            return;
        }
        next.accept("\"\\/".indexOf(unit) >= 0 ? unit : OTHER, start, end);
    }

    private void digit(int unit, long end) {
        int digit = unit == OTHER ? -1 : Character.digit(unit, 16);
        value = digit < 0 ? Short.MAX_VALUE : value << 4 | digit;
        digitsLeft = digit < 0 ? 0 : digitsLeft - 1;
        if (digitsLeft == 0) {
            next.accept(value < 128 ? value : OTHER, start, end);
        }
    }

    /** Returns whether no character is incomplete. */
    boolean isIdle() {
        return !isEscaped && digitsLeft == 0;
    }

    /** Returns where a character began that is not complete; {@code otherwise} if there is none. */
    long pendingSince(long otherwise) {
        return isEscaped || digitsLeft > 0 ? start : otherwise;
    }
}
