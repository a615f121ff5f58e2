package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.NOW;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.testing.MutableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The leeway is 30 s. The clock stands still at {@link Tokens#NOW} unless a test advances it. */
@Tag("J8")
class TokenTimesTest {

    @ParameterizedTest
    @ValueSource(ints = {-29, -1, 0, 1, 86_400})
    void a_token_is_accepted_until_its_expiry_and_the_leeway_have_passed(int secondsFromNow) {
        assertEquals(ALICE, verifier().verify(with("exp", secondsFromNow)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -31, -86_400})
    void a_token_is_rejected_from_the_instant_at_which_both_have_passed(int secondsFromNow) {
        assertRejected(RefusalReason.EXPIRED, verifier(), with("exp", secondsFromNow));
    }

    @ParameterizedTest
    @CsvSource({"nbf, 30", "nbf, 29", "nbf, 0", "nbf, -1", "iat, 30", "iat, 29", "iat, 0", "iat, -86400"})
    void a_token_is_accepted_from_the_instant_that_the_leeway_allows(String claim, int secondsFromNow) {
        assertEquals(
                ALICE.user(), verifier().verify(with(claim, secondsFromNow)).user());
    }

    @ParameterizedTest
    @CsvSource({"nbf, 31", "nbf, 86400", "iat, 31", "iat, 86400"})
    void a_token_is_rejected_before_that_instant(String claim, int secondsFromNow) {
        assertRejected(RefusalReason.NOT_YET_VALID, verifier(), with(claim, secondsFromNow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void an_instant_of_zero_is_accepted(String claim) {
        assertEquals(
                ALICE.user(),
                verifier().verify(signed(HEADER, CLAIMS.with(claim, "0"))).user());
    }

    @Test
    @Tag("W1")
    void the_caller_says_when_the_token_was_issued_also_when_it_is_cached() {
        TokenVerifier verifier = verifier();
        String token = signed(HEADER, CLAIMS.with("iat", "1799999990.9"));

        for (int i = 0; i < 3; i++) {
            assertEquals(
                    Optional.of(NOW.minusSeconds(10)), verifier.verify(token).issuedAt());
            assertEquals(
                    Optional.of(NOW.minusSeconds(10)),
                    verifier.verifyAgent(token).issuedAt());
        }
    }

    @Test
    @Tag("W1")
    void a_token_that_does_not_say_when_it_was_issued_has_no_such_time() {
        assertEquals(
                Optional.empty(),
                verifier()
                        .verify(signed(HEADER, CLAIMS.with("nbf", "1799999990")))
                        .issuedAt());
    }

    @Test
    void validity_is_exact_to_the_nanosecond() {
        MutableClock clock = new MutableClock(NOW.plusSeconds(90).minusNanos(1));
        TokenVerifier verifier = Verifiers.hmac(Tokens.POLICY, new HmacKey(Tokens.SECRET), clock);
        String token = signed(HEADER, CLAIMS);
        assertEquals(ALICE, verifier.verify(token));
        clock.advance(Duration.ofNanos(1));
        assertRejected(RefusalReason.EXPIRED, verifier, token);
    }

    @Test
    void a_cached_token_expires_too() {
        MutableClock clock = new MutableClock(NOW);
        TokenVerifier verifier = Verifiers.hmac(Tokens.POLICY, new HmacKey(Tokens.SECRET), clock);
        String token = signed(HEADER, CLAIMS.with("nbf", "1800000000"));
        assertEquals(ALICE, verifier.verify(token));
        clock.advance(Duration.ofSeconds(90));
        assertRejected(RefusalReason.EXPIRED, verifier, token);
        clock.advance(Duration.ofSeconds(-121));
        assertRejected(RefusalReason.NOT_YET_VALID, verifier, token);
    }

    private static String with(String claim, int secondsFromNow) {
        return signed(HEADER, CLAIMS.with(claim, Long.toString(NOW.getEpochSecond() + secondsFromNow)));
    }
}
