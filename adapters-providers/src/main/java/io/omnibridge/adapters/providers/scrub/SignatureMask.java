package io.omnibridge.adapters.providers.scrub;

/**
 * Says which characters of a text are the value of a parameter that grants access, in a URL anywhere in the text. It keeps a
 * name at most, and never the text. Not thread-safe.
 */
final class SignatureMask {

    private static final String ENDS = " \"'<>()[]{}|\\^`&#;\t\r\n";

    private final StringBuilder name = new StringBuilder();
    private boolean isInName;
    private boolean isMasking;
    private int count;

    /** Takes the next character, ASCII or {@link UnitSink#OTHER}, and returns whether it has to be masked. */
    boolean masks(int unit) {
        if (isMasking && unit != UnitSink.OTHER && ENDS.indexOf(unit) < 0) {
            return true;
        }
        isMasking = false;
        if (unit == '?' || unit == '&' || unit == ';' || unit == '#') {
            isInName = true;
            name.setLength(0);
        } else if (isInName) {
            inName(unit);
        }
        return false;
    }

    private void inName(int unit) {
        if (unit == '=') {
            isInName = false;
            isMasking = CapabilityUrls.isCapability(name.toString());
            count += isMasking ? 1 : 0;
        } else if (unit == UnitSink.OTHER || name.length() >= CapabilityUrls.MAX_PARAMETER || ENDS.indexOf(unit) >= 0) {
            isInName = false;
        } else {
            name.append((char) unit);
        }
    }

    /** Returns how many values were masked. */
    int count() {
        return count;
    }
}
