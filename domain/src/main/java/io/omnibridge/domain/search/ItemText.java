package io.omnibridge.domain.search;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;

/** The text of an item, or why there is none. */
public sealed interface ItemText {

    /** The maximum length of a text in characters (code points). */
    int MAX_LENGTH = 200_000;

    /**
     * A text as a person would read it.
     *
     * @param text at most {@value #MAX_LENGTH} code points
     * @param isTruncated whether there is more
     * @param hiddenTextRemoved how many pieces were removed that a person does not see
     * @param linksRemoved how many links were removed because they carry a permission in themselves
     */
    record Present(String text, boolean isTruncated, int hiddenTextRemoved, int linksRemoved) implements ItemText {
        public Present {
            InvalidValue.unless(text.codePointCount(0, text.length()) <= MAX_LENGTH, "must not be longer");
        }
    }

    /** There is no text. */
    record Missing(MissingTextReason why) implements ItemText {

        public Missing {
            Objects.requireNonNull(why, "why");
        }
    }
}
