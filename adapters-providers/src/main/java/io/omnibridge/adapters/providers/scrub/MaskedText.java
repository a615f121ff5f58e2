package io.omnibridge.adapters.providers.scrub;

import java.nio.charset.StandardCharsets;

/**
 * A short text with its tokens replaced by {@code *}. What was masked before it does not matter.
 *
 * @param count how many tokens were masked
 */
public record MaskedText(String text, int count) {

    /** Masks a text. */
    public static MaskedText of(String text, TokenPatterns tokens) {
        TokenMasker masker = new TokenMasker(tokens);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MaskedText(
                new String(Bytes.concat(masker.filter(bytes), masker.finish()), StandardCharsets.UTF_8),
                masker.count());
    }
}
