package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtPolicyTest {

    @Test
    void each_name_must_be_valid() {
        assertRejected("must be 1 to 1024", "", "aud", "sub", Duration.ZERO);
        assertRejected("must not contain control", "iss", "a\nb", "sub", Duration.ZERO);
        assertRejected("must be 1 to 1024", "iss", "aud", "", Duration.ZERO);
        assertRejected("must be 0 to 300 whole seconds", "iss", "aud", "sub", Duration.ofSeconds(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "nbf", "iat", "jti", "cnf"})
    void a_claim_that_does_not_identify_a_user_cannot_be_the_user_claim(String claim) {
        assertRejected("must identify a user", "iss", "aud", claim, Duration.ZERO);
    }

    @Test
    @Tag("J8")
    void the_leeway_is_bounded_and_in_whole_seconds() {
        Duration most = Duration.ofMinutes(5);
        assertEquals(most, new JwtPolicy("iss", "aud", "sub", most, false, false).leeway());
        assertRejected("must be 0 to 300 whole seconds", "iss", "aud", "sub", most.plusSeconds(1));
        assertRejected("must be 0 to 300 whole seconds", "iss", "aud", "sub", Duration.ofMillis(1500));
    }

    private static void assertRejected(
            String words, String issuer, String audience, String userClaim, Duration leeway) {
        InvalidValue rejection = assertThrows(
                InvalidValue.class, () -> new JwtPolicy(issuer, audience, userClaim, leeway, false, false));
        assertTrue(rejection.getMessage().startsWith(words), rejection::getMessage);
    }
}
