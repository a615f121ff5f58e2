package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAccountIdTest {

    private static final String PUNCTUATION = "._~@:+=|-";

    @Property
    void ids_of_the_allowed_characters_are_accepted(@ForAll("ids") String id) {
        assertEquals(id, new ProviderAccountId(id).value());
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars(PUNCTUATION)
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(255)
                .filter(id -> !id.equals(".") && !id.equals("..") && !id.startsWith("~h:"));
    }

    @Property
    void other_characters_are_refused_at_any_position(@ForAll char other) {
        boolean letterOrDigit = other < 128 && Character.isLetterOrDigit(other);
        if (!letterOrDigit && PUNCTUATION.indexOf(other) < 0) {
            assertRefused(ProviderAccountId::new, String.valueOf(other));
            assertRefused(ProviderAccountId::new, "work" + other);
            assertRefused(ProviderAccountId::new, "wo" + other + "rk");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "~h:", "~h:abc", "a/b", "a%2Fb", "a b", "a\n", "\u00e9"})
    void empty_ids_and_path_segments_are_refused(String value) {
        assertRefused(ProviderAccountId::new, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".a", "~h", "~H:a", "a~h:b", "alice@example.com", "T01|U02", "12345"})
    void ids_that_resemble_refused_ones_are_accepted(String value) {
        assertEquals(value, new ProviderAccountId(value).value());
    }

    @Test
    void a_256th_character_is_refused() {
        assertRefused(ProviderAccountId::new, "a".repeat(256));
    }

    @Test
    void order_is_by_code_point() {
        assertTrue(new ProviderAccountId("B").compareTo(new ProviderAccountId("a")) < 0);
        assertTrue(new ProviderAccountId("10").compareTo(new ProviderAccountId("9")) < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "alice@example.com", "T01|U02", "~h", "..."})
    void a_matching_id_is_kept_unchanged(String given) {
        ProviderAccountId id = ProviderAccountId.ofProvider(given);

        assertEquals(given, id.value());
        assertFalse(id.isDigest());
    }

    @Test
    void another_id_is_replaced_by_its_digest() {
        ProviderAccountId id = ProviderAccountId.ofProvider("https://id.example/a b");

        assertEquals("~h:".length() + 43, id.value().length());
        assertTrue(id.isDigest());
        assertEquals(id, ProviderAccountId.ofProvider("https://id.example/a b"));
        assertNotEquals(id, ProviderAccountId.ofProvider("https://id.example/a c"));
    }

    @Test
    void a_provider_cannot_imitate_the_digest_of_another_id() {
        ProviderAccountId digest = ProviderAccountId.ofProvider("https://id.example/a");

        assertNotEquals(digest, ProviderAccountId.ofProvider(digest.value()));
        assertTrue(ProviderAccountId.ofProvider("~h:x").isDigest());
        assertTrue(ProviderAccountId.ofProvider("..").isDigest());
        assertTrue(ProviderAccountId.ofProvider("a".repeat(256)).isDigest());
    }

    @Test
    void an_empty_id_is_refused() {
        assertRefused(ProviderAccountId::ofProvider, "");
        assertRefused(ProviderAccountId::ofProvider, "\ud800");
    }
}
