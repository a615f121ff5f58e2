package io.omnibridge.domain.audit;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Property
    void letters_digits_dots_underscores_and_hyphens_are_accepted(@ForAll("ids") String id) {
        assertTrue(RequestId.isValid(id));
        assertEquals(id, new RequestId(id).value());
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("._-")
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "a\r", "\u001b[31m", "a/b", "a%0a", "\u00e9", "a\n"})
    @Tag("H11")
    void characters_that_could_forge_a_log_line_are_refused(String value) {
        assertFalse(RequestId.isValid(value));
        assertRefused(RequestId::new, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 10_000})
    void too_long_values_are_refused(int length) {
        assertRefused(RequestId::new, "a".repeat(length));
    }
}
