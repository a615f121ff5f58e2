package io.omnibridge.adapters.http.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    /** A number before a plural. Texts with one number alone, which is never 1, are exempt: the number is written out. */
    private static final Pattern COUNTED = Pattern.compile(
            "\\{[0-9]}[ -](?:times|mal|accounts|leases|permissions|days|hours|Konten|Freigaben|Tage|Stunden)\\b");

    static Stream<String> bundles() {
        return Texts.BUNDLES.stream();
    }

    private static Map<String, String> load(String bundle, Locale language) {
        ResourceBundle loaded = ResourceBundle.getBundle(
                Texts.class.getPackageName() + "." + bundle,
                language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        assertEquals(language, loaded.getLocale());
        Map<String, String> texts = new TreeMap<>();
        loaded.keySet().forEach(key -> texts.put(key, loaded.getString(key)));
        return texts;
    }

    private static Set<Integer> places(String text) {
        return new TreeSet<>(Phrase.parse(text).places());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_texts_with_the_same_placeholders(String bundle) {
        Map<String, String> english = load(bundle, Locale.ENGLISH);
        Map<String, String> german = load(bundle, Locale.GERMAN);

        assertEquals(english.keySet(), german.keySet());
        english.forEach((key, text) -> assertEquals(places(text), places(german.getOrDefault(key, "")), key));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_is_empty_or_has_markup_or_is_the_same_in_both_languages_by_mistake(String bundle) {
        Map<String, String> german = load(bundle, Locale.GERMAN);
        load(bundle, Locale.ENGLISH).forEach((key, text) -> {
            for (String one : List.of(text, german.getOrDefault(key, ""))) {
                assertFalse(one.isBlank() || one.contains("<") || one.contains("&") || !one.equals(one.strip()), key);
            }
            assertTrue(text.length() < 25 || !text.equals(german.get(key)), key);
        });
    }

    @Test
    void no_key_is_in_two_bundles() {
        List<String> keys = bundles()
                .flatMap(bundle -> load(bundle, Locale.ENGLISH).keySet().stream())
                .toList();
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_count_has_a_text_for_one_and_a_text_for_others(String bundle) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Map<String, String> texts = load(bundle, language);
            texts.forEach((key, text) -> {
                if (key.endsWith(".one") || key.endsWith(".other")) {
                    String stem = key.substring(0, key.lastIndexOf('.'));
                    assertTrue(texts.containsKey(stem + ".one") && texts.containsKey(stem + ".other"), key);
                }
                assertTrue(key.endsWith(".other") || !COUNTED.matcher(text).find(), key);
            });
        }
    }

    @Test
    void a_text_has_its_arguments() {
        Texts texts = Texts.in(Locale.ENGLISH);
        assertTrue(texts.has("nav.accounts"));
        assertFalse(texts.has("nav.nothing"));
        assertEquals("Signed in as x", texts.of("nav.user", "x"));
    }

    @Test
    void times_are_in_utc_and_in_the_language() {
        Instant instant = Instant.parse("2026-03-01T23:05:59Z");
        assertEquals("1 March 2026, 23:05 UTC", Texts.in(Locale.ENGLISH).time(instant));
        assertEquals("01.03.2026, 23:05 UTC", Texts.in(Locale.GERMAN).time(instant));
    }

    @Test
    void an_argument_that_looks_like_a_placeholder_stays_as_it_is() {
        assertEquals("a {1} b {0} c", Phrase.parse("a {0} b {1} c").with("{1}", "{0}"));
    }
}
