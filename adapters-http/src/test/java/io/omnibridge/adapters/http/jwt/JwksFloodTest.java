package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.support.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.jwks.JwksLimits;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import io.omnibridge.domain.identity.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeouts of these limits exceed the test's own: a thread that waits for the issuer in vain fails the test. */
@Tag("J10")
@Timeout(300)
class JwksFloodTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final JwksLimits LIMITS =
            new JwksLimits(LONG, Duration.ofSeconds(30), LONG.multipliedBy(2), LONG, 1 << 20, 32);

    private static final RawJson CLAIMS = Tokens.CLAIMS.with("exp", "253402300799");

    private final MutableClock clock = new MutableClock(Tokens.NOW);
    private final KeyServer issuer = new KeyServer(TestKeys.set(RS256.published()));
    private final JwksKeys keys = JwksKeys.open(issuer.endpoint(), LIMITS, clock);
    private final TokenVerifier verifier = Verifiers.jwks(Tokens.POLICY, keys, clock);
    private final ExecutorService users = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        users.shutdownNow();
        keys.close();
        issuer.close();
    }

    @Test
    void made_up_key_ids_cause_one_fetch_per_cool_down_and_do_not_block_valid_users() {
        String valid = RS256.sign(CLAIMS);
        assertEquals(ALICE, verifier.verify(valid));
        for (int i = 0; i < 10_000; i++) {
            if (i % 2_500 == 0) {
                clock.advance(LIMITS.coolDown());
            }
            assertRejected(RefusalReason.UNKNOWN_KEY, verifier, madeUp(i));
            if (i % 1_000 == 0) {
                assertEquals(ALICE, verifier.verify(valid));
                assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("jti", "" + i))));
            }
        }
        assertEquals(1 + 4, issuer.requests());
    }

    @Test
    void waiting_threads_share_one_fetch() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.publish(TestKeys.set(RS256.published(), ES256.published()));
        issuer.delayUntil(open);
        clock.advance(LIMITS.coolDown());
        List<Future<Caller>> waiting = verifyInBackground(ES256.sign(CLAIMS), 20);
        eventually(() -> issuer.requests() == 2);
        open.countDown();
        for (Future<Caller> caller : waiting) {
            assertEquals(ALICE, caller.get());
        }
        assertEquals(2, issuer.requests());
    }

    @Test
    void a_token_with_a_known_key_does_not_wait_for_an_issuer_that_hangs() {
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.delayUntil(new CountDownLatch(1));
        clock.advance(LIMITS.coolDown());
        verifyInBackground(madeUp(0), 1);
        eventually(() -> issuer.requests() == 2);
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("jti", "1"))));
    }

    @Test
    void at_most_32_threads_wait_for_an_issuer_that_hangs() throws Exception {
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.delayUntil(new CountDownLatch(1));
        clock.advance(LIMITS.coolDown());
        List<Future<Caller>> flood = verifyInBackground(madeUp(0), 100);
        eventually(() -> flood.stream().filter(Future::isDone).count() == 100 - 32);
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("jti", "1"))));
    }

    @Test
    void only_a_token_that_passes_every_other_check_can_cause_a_fetch() {
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        clock.advance(LIMITS.coolDown());
        for (RawJson claims : List.of(CLAIMS.without("aud"), CLAIMS.with("exp", "1"), CLAIMS.with("cnf", "{}"))) {
            assertRejected(verifier, Tokens.signed(RS256.header().with("kid", "\"x\""), claims, RS256.signer()));
        }
        assertEquals(1, issuer.requests());
    }

    private static String madeUp(int number) {
        return Tokens.signed(RS256.header().with("kid", "\"" + number + '"'), CLAIMS, input -> new byte[256]);
    }

    private List<Future<Caller>> verifyInBackground(String token, int times) {
        Callable<Caller> verification = () -> verifier.verify(token);
        return Stream.generate(() -> users.submit(verification)).limit(times).toList();
    }
}
