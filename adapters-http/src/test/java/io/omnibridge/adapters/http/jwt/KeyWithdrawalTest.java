package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.rejects;
import static io.omnibridge.adapters.support.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.jwks.JwksLimits;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cached token whose key the issuer withdraws. */
@Tag("J15")
class KeyWithdrawalTest {

    private static final Duration RETRY_DELAY = Duration.ofMillis(5);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final KeyServer issuer = new KeyServer(TestKeys.set(RS256.published()));
    private final JwksKeys keys = JwksKeys.open(
            issuer.endpoint(), new JwksLimits(RETRY_DELAY, LATE, Duration.ofHours(1), LATE, 1 << 20, 32), Tokens.CLOCK);
    private final TokenVerifier verifier = Verifiers.jwks(Tokens.POLICY, keys, Tokens.CLOCK);
    private final String token = RS256.sign(CLAIMS);

    @BeforeEach
    void verifyOnce() {
        assertEquals(ALICE, verifier.verify(token));
    }

    @AfterEach
    void close() {
        keys.close();
        issuer.close();
    }

    @Test
    void it_is_rejected_within_the_refresh_interval_without_a_token_of_another_key() {
        issuer.publish(TestKeys.set(ES256.published()));
        eventually(() -> rejects(verifier, token));
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier, token);
        assertEquals(ALICE, verifier.verify(ES256.sign(CLAIMS)));
    }

    @Test
    void it_is_rejected_when_every_key_is_withdrawn() {
        issuer.publish(TestKeys.set());
        eventually(() -> rejects(verifier, token));
        assertRejected(RefusalReason.UNKNOWN_KEY, verifier, token);
    }

    @Test
    void it_is_rejected_when_another_key_takes_the_id() {
        issuer.publish(TestKeys.set(TestKeys.published("rsa", TestKeys.OTHER_RSA)));
        eventually(() -> rejects(verifier, token));
        assertRejected(RefusalReason.SIGNATURE, verifier, token);
    }

    @Test
    void it_is_still_accepted_when_another_key_is_added() {
        issuer.publish(TestKeys.set(ES256.published(), RS256.published()));
        eventually(() -> !rejects(verifier, ES256.sign(CLAIMS)));
        assertEquals(ALICE, verifier.verify(token));
    }
}
