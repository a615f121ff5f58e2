package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("L2")
class AccountLabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u0000", "\u007f", "\ud800", "a\u2028b", "a\u202eb", "\u2066a"})
    void empty_texts_and_characters_that_mislead_are_refused(String text) {
        assertRefused(AccountLabel::new, text);
        assertEquals(Optional.empty(), AccountLabel.ofProvider(text));
    }

    @Test
    void a_label_has_at_most_255_characters() {
        String face = "\ud83d\ude00";

        assertEquals(face.repeat(255), new AccountLabel(face.repeat(255)).value());
        assertRefused(AccountLabel::new, face.repeat(256));
        assertEquals(Optional.of(new AccountLabel(face.repeat(255))), AccountLabel.ofProvider(face.repeat(300)));
    }

    @Test
    void what_a_provider_tells_is_taken_without_the_white_space_around_it() {
        assertEquals(Optional.of(new AccountLabel("a b")), AccountLabel.ofProvider("  a b\t"));
        assertEquals(Optional.empty(), AccountLabel.ofProvider("   "));
    }
}
