package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderIdTest {

    private static final String ALLOWED = "abcdefghijklmnopqrstuvwxyz0123456789_-";

    @Property
    void lower_case_names_are_accepted(@ForAll("rests") String rest) {
        assertEquals("g" + rest, new ProviderId("g" + rest).value());
        assertEquals("0" + rest, new ProviderId("0" + rest).value());
    }

    @Provide
    Arbitrary<String> rests() {
        return Arbitraries.strings().withChars(ALLOWED).ofMaxLength(62);
    }

    @Property
    void other_characters_are_refused_at_any_position(@ForAll char other) {
        if (ALLOWED.indexOf(other) < 0) {
            assertRefused(ProviderId::new, String.valueOf(other));
            assertRefused(ProviderId::new, "google" + other);
            assertRefused(ProviderId::new, "goo" + other + "gle");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-google", "_google", "Google", "google\n", "../google", "g\u00f6\u00f6gle"})
    void other_values_are_refused(String value) {
        assertRefused(ProviderId::new, value);
    }

    @Test
    void a_64th_character_is_refused() {
        assertRefused(ProviderId::new, "g".repeat(64));
    }

    @Test
    void order_is_by_code_point() {
        assertTrue(new ProviderId("git-hub").compareTo(new ProviderId("git_hub")) < 0);
        assertTrue(new ProviderId("git_hub").compareTo(new ProviderId("github")) < 0);
    }
}
