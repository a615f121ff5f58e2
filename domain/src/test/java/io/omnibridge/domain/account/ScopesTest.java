package io.omnibridge.domain.account;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Property
    void the_space_separated_form_is_the_list(@ForAll("scopes") List<String> scopes) {
        assertEquals(Scopes.of(scopes), Scopes.parse(String.join(" ", scopes)));
        assertEquals(scopes, Scopes.of(scopes).values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mail.Read",
                "mail.read",
                "https://graph.microsoft.com/Mail.Read",
                "https://graph.microsoft.com/mail.read"
            })
    void a_scope_is_found_with_the_resource_before_it_and_in_any_letter_case(String granted) {
        assertTrue(Scopes.of(List.of("openid", granted)).hasOneOf(Set.of("Files.Read", "Mail.Read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mail.ReadWrite", "xMail.Read", "https://graph.microsoft.com/Mail.Read.Shared", "Read"})
    void another_scope_is_none_of_them(String granted) {
        assertFalse(Scopes.of(List.of(granted)).hasOneOf(Set.of("Mail.Read")));
        assertFalse(Scopes.none().hasOneOf(Set.of("Mail.Read")));
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .excludeChars('"', '\\')
                .ofMinLength(1)
                .ofMaxLength(255)
                .list()
                .uniqueElements()
                .ofMaxSize(20);
    }

    @Property
    void characters_outside_scope_tokens_are_refused(@ForAll char other) {
        if (other <= ' ' || other == '"' || other == '\\' || other >= 0x7f) {
            assertRefused(scope -> Scopes.of(List.of(scope)), "mail" + other);
            assertRefused(scope -> Scopes.of(List.of(scope)), String.valueOf(other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a", "a ", "a  b", "a\tb", "a\nb", "a,\"b\""})
    void scopes_need_single_spaces_between_them(String value) {
        assertRefused(Scopes::parse, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", " a b ", "a  b", "a\tb", "a\r\nb\n"})
    @Tag("T21")
    @Tag("T26")
    void scopes_of_other_software_may_have_any_white_space_between_them(String value) {
        assertEquals(List.of("a", "b"), Scopes.split(value).values());
        assertEquals(Scopes.none(), Scopes.split(" \t"));
        assertRefused(Scopes::split, "a,\"b\"");
    }

    @Test
    void duplicate_scopes_keep_their_first_position() {
        assertEquals(List.of("b", "a"), Scopes.parse("b a b a").values());
    }

    @Test
    void no_scopes_are_a_valid_grant() {
        assertEquals(Scopes.none(), Scopes.parse(""));
        assertEquals(List.of(), Scopes.none().values());
    }

    @Test
    void a_201st_scope_and_a_256th_character_are_refused() {
        List<String> scopes = IntStream.range(0, 200).mapToObj(i -> "s" + i).toList();
        assertEquals(scopes, Scopes.of(scopes).values());

        assertThrows(InvalidValue.class, () -> Scopes.of(Collections.nCopies(201, "s")));
        assertRefused(Scopes::parse, "s".repeat(256));
    }

    @Test
    void changing_the_original_list_does_not_change_the_scopes() {
        List<String> values = new ArrayList<>(List.of("a"));
        Scopes scopes = Scopes.of(values);

        values.add("b");

        assertEquals(List.of("a"), scopes.values());
        assertThrows(UnsupportedOperationException.class, () -> scopes.values().add("b"));
    }
}
