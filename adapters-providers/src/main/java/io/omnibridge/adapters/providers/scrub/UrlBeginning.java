package io.omnibridge.adapters.providers.scrub;

import java.util.Set;

/** Decides by the first characters of a text whether it may be a URL. Not thread-safe. */
final class UrlBeginning {

    private static final String SCRIPT = "javascript:";

    /** What a text that may be a URL begins with, in lower case. */
    private static final Set<String> BEGINNINGS = Set.of("http:", "https:", "/", SCRIPT);

    private String text = "";
    private boolean isFirst = true;

    /** Takes the next character, ASCII or {@link UnitSink#OTHER}, and returns whether more of them are needed to decide. */
    boolean accept(int unit) {
        if (!text.isEmpty() || !isWhiteSpace(unit)) {
            text += unit == UnitSink.OTHER ? '?' : Character.toLowerCase((char) unit);
        }
        return !isUrl() && mayBecomeUrl();
    }

    private boolean mayBecomeUrl() {
        for (String beginning : BEGINNINGS) {
            if (beginning.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    boolean isUrl() {
        return BEGINNINGS.contains(text);
    }

    /** Returns whether the text began like a path. */
    boolean isPath() {
        return text.equals("/");
    }

    /**
     * Takes the next character of a text that began like a URL, and returns whether it shows that the text is none: white space. A
     * script may have white space in it, but behind its colon a title is more likely.
     */
    boolean isEndedBy(int unit) {
        boolean isInScript = text.equals(SCRIPT) && !isFirst;
        isFirst = false;
        return isWhiteSpace(unit) && !isInScript;
    }

    private static boolean isWhiteSpace(int unit) {
        return unit >= 0 && unit <= ' ';
    }
}
