package io.omnibridge.adapters.http.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the language of a page. */
public final class Languages {

    private static final List<Locale> AVAILABLE = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final int MAX_LENGTH = 500;

    private Languages() {}

    /**
     * Returns the texts in the language that suits best, English if none does (lookup, RFC 4647 §3.4).
     *
     * @param acceptLanguage the value of the header field (RFC 9110 §12.5.4)
     */
    public static Texts of(Optional<String> acceptLanguage) {
        return Texts.in(acceptLanguage
                .filter(value -> value.length() <= MAX_LENGTH)
                .map(Languages::lookUp)
                .orElse(Locale.ENGLISH));
    }

    private static Locale lookUp(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), AVAILABLE);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
