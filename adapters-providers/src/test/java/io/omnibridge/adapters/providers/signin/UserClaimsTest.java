package io.omnibridge.adapters.providers.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.session.Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserClaimsTest {

    private final ObjectNode claims = new ObjectMapper().createObjectNode();

    private Profile profile() {
        return new UserClaims(claims).profile();
    }

    @Test
    void a_user_without_a_name_is_called_by_the_login() {
        claims.put("preferred_username", "alice").put("email", " alice@example.com ");

        assertEquals(new Profile(Optional.of("alice"), Optional.of("alice@example.com")), profile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "a\u202eb", "a\u2028b", "\ud800"})
    void a_text_that_could_mislead_is_left_out(String text) {
        claims.put("name", text).put("email", text);

        assertEquals(Profile.NONE, profile());
    }

    @Test
    void what_is_no_text_is_left_out() {
        claims.put("name", 17).putArray("email").add("alice@example.com");

        assertEquals(Profile.NONE, profile());
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        claims.put("name", "\ud83d\ude00".repeat(300));

        assertEquals(Optional.of("\ud83d\ude00".repeat(100)), profile().name());
    }
}
