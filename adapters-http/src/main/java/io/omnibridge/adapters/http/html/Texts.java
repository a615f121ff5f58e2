package io.omnibridge.adapters.http.html;

import gg.jte.Content;
import io.omnibridge.adapters.support.text.EnumWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** The texts of the pages in one language, from the resource bundles of this package. Immutable. */
public final class Texts {

    /** The bundles: one for each part of the pages. */
    static final List<String> BUNDLES =
            List.of("common", "problems", "connect", "accounts", "activity", "leases", "session");

    private static final Map<Locale, Texts> BY_LANGUAGE = Map.of(
            Locale.ENGLISH, new Texts(Locale.ENGLISH),
            Locale.GERMAN, new Texts(Locale.GERMAN));

    private final Locale language;
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final DateTimeFormatter time;

    private Texts(Locale language) {
        this.language = language;
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    Texts.class.getPackageName() + "." + name,
                    language,
                    Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> phrases.put(key, Phrase.parse(bundle.getString(key))));
        }
        this.time = DateTimeFormatter.ofPattern(of("time.pattern"), language).withZone(ZoneOffset.UTC);
    }

    /** Returns the texts in {@code language}; in English if there are none. */
    public static Texts in(Locale language) {
        return BY_LANGUAGE.getOrDefault(language, Objects.requireNonNull(BY_LANGUAGE.get(Locale.ENGLISH)));
    }

    /** Returns the language as a tag of BCP 47, such as {@code en}. */
    public String language() {
        return language.toLanguageTag();
    }

    /** Returns whether there is a text with this key. */
    public boolean has(String key) {
        return phrases.containsKey(key);
    }

    /**
     * Returns a text.
     *
     * @param arguments what replaces the placeholders <code>{0}</code>, <code>{1}</code> and so on
     */
    public String of(String key, Object... arguments) {
        return phrase(key).with(arguments);
    }

    /** Returns the text for {@code number} things, which replaces <code>{0}</code>. */
    public String count(String key, long number) {
        return of(ofNumber(key, number), number);
    }

    /** As {@link #isolating}, for {@code number} things, which replaces <code>{0}</code>. */
    public Content countIsolating(String key, long number, Object... others) {
        return isolating(
                ofNumber(key, number),
                Stream.concat(Stream.of(number), Stream.of(others)).toArray());
    }

    private static String ofNumber(String key, long number) {
        return key + (number == 1 ? ".one" : ".other");
    }

    /** Returns a text as HTML with isolated arguments, for arguments that others than OmniBridge chose. */
    public Content isolating(String key, Object... arguments) {
        return phrase(key).isolating(arguments);
    }

    /** Returns a point in time for people to read. */
    public String time(Instant instant) {
        return time.format(instant);
    }

    /** Returns the key of the text for an enum's constant, such as {@code failure.access_denied}. */
    public static String key(String prefix, Enum<?> constant) {
        return prefix + "." + EnumWords.of(constant);
    }

    private Phrase phrase(String key) {
        return Objects.requireNonNull(phrases.get(key), key);
    }
}
