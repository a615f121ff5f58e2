package io.omnibridge.domain.credentials;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Property
    void visible_ascii_is_kept_unchanged(@ForAll("values") String value) {
        assertEquals(value, new Secret(value).reveal());
    }

    @Property
    void two_secrets_are_equal_exactly_if_their_values_are(
            @ForAll("values") String left, @ForAll("values") String right) {
        assertEquals(left.equals(right), new Secret(left).equals(new Secret(right)));
        assertEquals(new Secret(left), new Secret(left));
        assertEquals(new Secret(left).hashCode(), new Secret(left).hashCode());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(Secret.MAX_LENGTH);
    }

    @Property
    void other_characters_are_refused_at_any_position(@ForAll char other) {
        if (other <= ' ' || other >= 0x7f) {
            assertRefused(Secret::new, "a".repeat(50) + other);
            assertRefused(Secret::new, other + "a".repeat(50));
        }
    }

    @Test
    void empty_and_too_long_values_are_refused() {
        assertRefused(Secret::new, "");
        assertRefused(Secret::new, "a".repeat(16_385));
    }

    @Test
    @Tag("S2")
    void a_secret_cannot_be_printed() {
        Secret secret = new Secret("canary");

        assertEquals("Secret[redacted]", secret.toString());
        assertEquals("Secret[redacted] [Secret[redacted]]", "%s %s".formatted(secret, List.of(secret)));
        assertEquals("Secret[redacted]", "" + secret);
    }

    @Test
    @Tag("S2")
    void no_getter_and_no_serialisation_finds_the_value() {
        assertTrue(Arrays.stream(Secret.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .noneMatch(method -> method.getName().startsWith("get")));
        assertThrows(
                NotSerializableException.class,
                () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(new Secret("canary")));
    }

    @Test
    void a_secret_equals_only_secrets() {
        assertNotEquals(new Secret("a"), (Object) "a");
    }
}
