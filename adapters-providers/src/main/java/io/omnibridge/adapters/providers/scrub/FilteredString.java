package io.omnibridge.adapters.providers.scrub;

import java.util.Optional;

/**
 * One JSON string that is a value. A text that may be a URL is held until it is complete, up to a bound, and then kept as a whole or
 * dropped; a longer one is dropped. Any other text passes at once, except for what grants access in URLs inside of it, which is
 * masked. Not thread-safe.
 */
final class FilteredString {

    private static final int MAX_URL = 16 * 1024;

    private enum Mode {
        UNDECIDED,
        HELD,
        PASSING,
        TOO_LONG
    }

    private StringUnits units = new StringUnits();
    private SignatureMask mask = new SignatureMask();
    private final GrowingBytes held = new GrowingBytes();
    private final UrlBeginning beginning = new UrlBeginning();
    private final boolean isLink;
    private int unitBytes;
    private Mode mode;

    /** @param isLink whether the string is a link to rewrite, and is held in any case */
    FilteredString(boolean isLink) {
        this.isLink = isLink;
        this.mode = isLink ? Mode.HELD : Mode.UNDECIDED;
        held.add((byte) '"');
    }

    /** Takes the next byte and returns whether the string ended. */
    boolean accept(byte b) throws UnreadableResponse {
        StringStep step = units.accept(b);
        if (mode == Mode.TOO_LONG) {
            return step == StringStep.END;
        }
        held.add(b);
        unitBytes++;
        if (step == StringStep.UNIT) {
            decide(units.unit());
            unitBytes = 0;
        }
        if (held.size() > MAX_URL && mode != Mode.PASSING) {
            exceedBound();
        }
        return step == StringStep.END;
    }

    /** A path of that length is more likely content in base64, where a picture begins with a slash. */
    private void exceedBound() throws UnreadableResponse {
        if (beginning.isPath() && !isLink) {
            replay();
        } else {
            mode = Mode.TOO_LONG;
            held.clear();
        }
    }

    private void decide(int unit) throws UnreadableResponse {
        boolean isMasked = mask.masks(unit);
        if (mode == Mode.UNDECIDED) {
            mode = beginning.accept(unit) ? Mode.UNDECIDED : beginning.isUrl() ? Mode.HELD : Mode.PASSING;
        } else if (mode == Mode.HELD && !isLink && beginning.isEndedBy(unit)) {
            replay();
        } else if (mode == Mode.PASSING && isMasked) {
            overwriteLast();
        }
    }

    /** Lets what was held pass as a text after all. */
    private void replay() throws UnreadableResponse {
        byte[] bytes = take();
        mode = Mode.PASSING;
        units = new StringUnits();
        mask = new SignatureMask();
        unitBytes = 0;
        held.add(bytes[0]);
        for (int i = 1; i < bytes.length; i++) {
            accept(bytes[i]);
        }
    }

    /** Overwrites the bytes of the last character, so that the string stays as long as it was. */
    private void overwriteLast() {
        held.overwrite(unitBytes, (byte) '*');
    }

    /** Returns whether bytes can pass on before the string is complete. */
    boolean isPassing() {
        return mode == Mode.PASSING && unitBytes == 0;
    }

    /** Returns the bytes that passed so far, once. */
    byte[] take() {
        return held.take();
    }

    /** Returns the rest of a complete string, with its quotation mark; empty if the value is dropped. */
    Optional<byte[]> rest(JsonRules rules) throws UnreadableResponse {
        if (mode == Mode.TOO_LONG) {
            return Optional.empty();
        }
        if (mode == Mode.PASSING) {
            return Optional.of(take());
        }
        byte[] quoted = take();
        String text = JsonStrings.decode(quoted);
        if (isLink) {
            return rules.rewriter().apply(text).map(JsonStrings::encode);
        }
        return CapabilityUrls.isOne(text) ? Optional.empty() : Optional.of(quoted);
    }

    /** Returns how many signatures were masked. */
    int masked() {
        return mode == Mode.PASSING ? mask.count() : 0;
    }
}
