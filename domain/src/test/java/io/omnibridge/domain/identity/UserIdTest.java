package io.omnibridge.domain.identity;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

    private static final String ASTRAL = "\ud83d\ude00";

    @Property
    void ids_in_any_script_are_accepted_unchanged(@ForAll("names") String name) {
        assertEquals(name, new UserId(name).value());
    }

    @Property
    @net.jqwik.api.Tag("Z2")
    void user_ids_are_equal_exactly_if_their_code_points_are(
            @ForAll("names") String left, @ForAll("names") String right) {
        assertEquals(left.equals(right), new UserId(left).equals(new UserId(right)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().withCharRange('!', '~'),
                        Arbitraries.strings().withCharRange('\u00c0', '\u024f'),
                        Arbitraries.of(ASTRAL, "\u00e9", "e\u0301", "\u0430lice", "alice", "Alice"))
                .filter(name -> !name.isEmpty() && name.length() <= 255);
    }

    @Test
    void the_length_is_counted_in_code_points() {
        assertEquals(ASTRAL.repeat(255), new UserId(ASTRAL.repeat(255)).value());
        assertRefused(UserId::new, ASTRAL.repeat(256));
        assertRefused(UserId::new, "a".repeat(256));
        assertRefused(UserId::new, "");
    }

    @Property
    @net.jqwik.api.Tag("Z2")
    void control_characters_are_refused_at_any_position(@ForAll("controls") char control) {
        assertRefused(UserId::new, "a" + control + "b");
        assertRefused(UserId::new, String.valueOf(control));
    }

    @Provide
    Arbitrary<Character> controls() {
        return Arbitraries.chars().range('\0', '\u001f').range('\u007f', '\u009f');
    }

    @Property
    @net.jqwik.api.Tag("Z2")
    void unpaired_surrogates_are_refused_at_any_position(@ForAll("surrogates") char surrogate) {
        assertRefused(UserId::new, "a" + surrogate);
        assertRefused(UserId::new, surrogate + "a");
        assertRefused(UserId::new, "a" + surrogate + "b");
    }

    @Provide
    Arbitrary<Character> surrogates() {
        return Arbitraries.chars().range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0", "\u2003", "\u2028", "\u3000"})
    void white_space_is_refused_at_both_ends_and_accepted_inside(String space) {
        assertRefused(UserId::new, space + "alice");
        assertRefused(UserId::new, "alice" + space);
        assertRefused(UserId::new, space);
        assertEquals("a" + space + "b", new UserId("a" + space + "b").value());
    }

    @Test
    @Tag("Z2")
    void ids_are_not_normalised() {
        assertNotEquals(new UserId("ann\u00e9"), new UserId("anne\u0301"));
        assertNotEquals(new UserId("alice"), new UserId("Alice"));
        assertNotEquals(new UserId("alice"), new UserId("\u0430lice"));
    }
}
