package io.omnibridge.adapters.providers.scrub;

/** Reads a JSON string byte by byte (RFC 8259 §7). Not thread-safe. */
final class StringUnits {

    private static final int HEX_DIGITS = 4;

    private boolean isEscaped;
    private int digitsLeft;
    private int value;
    private int unit;

    /** Takes the next byte behind the opening quotation mark. */
    StringStep accept(byte b) throws UnreadableResponse {
        if (digitsLeft > 0) {
            return digit(b);
        }
        if (isEscaped) {
            return escape(b);
        }
        if (b == '"') {
            return StringStep.END;
        }
        isEscaped = b == '\\';
        if (b >= 0 && b < ' ') {
            throw new UnreadableResponse("the JSON has a control character in a string");
        }
        return isEscaped ? StringStep.INSIDE : unit(b);
    }

    private StringStep escape(byte b) throws UnreadableResponse {
        isEscaped = false;
        if (b == 'u') {
            digitsLeft = HEX_DIGITS;
            value = 0;
            return StringStep.INSIDE;
        }
        if (b < 0 || "\"\\/bfnrt".indexOf(b) < 0) {
            throw new UnreadableResponse("the JSON has an unknown escape");
        }
        return unit("\"\\/".indexOf(b) >= 0 ? b : ' ');
    }

    private StringStep digit(byte b) throws UnreadableResponse {
        int digit = b < 0 ? -1 : Character.digit(b, 16);
        if (digit < 0) {
            throw new UnreadableResponse("the JSON has an unknown escape");
        }
        value = value << 4 | digit;
        digitsLeft--;
        return digitsLeft == 0 ? unit(value) : StringStep.INSIDE;
    }

    private StringStep unit(int decoded) {
        unit = decoded >= 0 && decoded < 128 ? decoded : UnitSink.OTHER;
        return StringStep.UNIT;
    }

    /** Returns the character of the last step: ASCII, or {@link UnitSink#OTHER}. */
    int unit() {
        return unit;
    }
}
