package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentTokensTest {

    private static final HmacKey KEY = new HmacKey(Tokens.SECRET);

    @ParameterizedTest
    @CsvSource({"sub, false", "sub, true", "email, false", "email, true"})
    void a_development_token_is_accepted_by_a_verifier_of_the_same_policy(String userClaim, boolean requireAtJwt) {
        JwtPolicy policy = new JwtPolicy("https://dev.example", "dev", userClaim, Duration.ZERO, requireAtJwt, true);
        String token = new DevelopmentTokens(policy, KEY, Tokens.CLOCK)
                .sign(new UserId("ålice 🦊"), Scopes.none(), Duration.ofHours(1));
        assertEquals(
                new UserId("ålice 🦊"),
                Verifiers.hmac(policy, KEY, Tokens.CLOCK).verify(token).user());
    }

    @Test
    void a_development_token_has_the_scopes_that_it_was_given() {
        DevelopmentTokens tokens = new DevelopmentTokens(Tokens.POLICY, KEY, Tokens.CLOCK);
        String token = tokens.sign(new UserId("alice"), Scopes.parse("accounts:read data:read"), Duration.ofHours(1));

        assertEquals(
                Set.of(Permission.READ_ACCOUNTS, Permission.READ_AUDIT, Permission.READ_DATA),
                Verifiers.hmac(Tokens.POLICY, KEY, Tokens.CLOCK).verify(token).permissions());
    }

    @Test
    void a_development_token_expires() {
        MutableClock clock = new MutableClock(Tokens.NOW);
        String token = new DevelopmentTokens(Tokens.POLICY, KEY, clock)
                .sign(new UserId("alice"), Scopes.none(), Duration.ofHours(1));
        clock.advance(Duration.ofSeconds(3600 + 30));
        Tokens.assertRejected(RefusalReason.EXPIRED, Verifiers.hmac(Tokens.POLICY, KEY, clock), token);
    }
}
