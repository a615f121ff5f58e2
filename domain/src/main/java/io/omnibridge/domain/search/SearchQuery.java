package io.omnibridge.domain.search;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import java.text.Normalizer;
import java.util.List;

/**
 * What a user looks for: words, and nothing else. No character of it is an operator of any provider's query language; each
 * connector quotes it for its provider.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters (code points) in Unicode NFC, with one space between two words
 */
public record SearchQuery(String text) {

    /** The maximum length. */
    public static final int MAX_LENGTH = 256;

    /** @throws InvalidValue if {@code text} is empty or too long, or has control characters or unpaired surrogates */
    public SearchQuery {
        text = Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        Text.requireName(text, MAX_LENGTH);
    }

    /** Returns the words, at least one. */
    public List<String> words() {
        return List.of(text.split(" "));
    }
}
