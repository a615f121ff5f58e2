package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Eventually.eventually;
import static io.omnibridge.adapters.http.jwt.Eventually.refuses;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to a token, verified before and remembered, when its key is published no more. */
@Tag("J15")
class KeyWithdrawalTest {

    private static final Duration RETRY_DELAY = Duration.ofMillis(5);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Issuer issuer = new Issuer(Keys.set(RS256.published()));
    private final JwksKeys keys = JwksKeys.open(
            issuer.endpoint(),
            new JwksLimits(RETRY_DELAY, LATE, Duration.ofHours(1), LATE, LATE, 1 << 20),
            Tokens.CLOCK);
    private final TokenVerifier verifier = Verifiers.jwks(Tokens.POLICY, keys, Tokens.CLOCK);
    private final String token = RS256.sign(CLAIMS);

    @BeforeEach
    void remember() {
        assertEquals(ALICE, verifier.verify(token));
    }

    @AfterEach
    void close() {
        keys.close();
        issuer.close();
    }

    @Test
    void it_dies_within_the_refresh_interval_though_no_token_names_another_key() {
        issuer.publish(Keys.set(ES256.published()));
        eventually(() -> refuses(verifier, token));
        assertRefused(RefusalReason.UNKNOWN_KEY, verifier, token);
        assertEquals(ALICE, verifier.verify(ES256.sign(CLAIMS)));
    }

    @Test
    void it_dies_when_every_key_is_withdrawn() {
        issuer.publish(Keys.set());
        eventually(() -> refuses(verifier, token));
        assertRefused(RefusalReason.UNKNOWN_KEY, verifier, token);
    }

    @Test
    void it_dies_when_another_key_takes_the_id() {
        issuer.publish(Keys.set(Keys.published("rsa", Keys.rsa(2048))));
        eventually(() -> refuses(verifier, token));
        assertRefused(RefusalReason.SIGNATURE, verifier, token);
    }

    @Test
    void it_lives_on_when_another_key_is_added() {
        issuer.publish(Keys.set(ES256.published(), RS256.published()));
        eventually(() -> !refuses(verifier, ES256.sign(CLAIMS)));
        assertEquals(ALICE, verifier.verify(token));
    }
}
