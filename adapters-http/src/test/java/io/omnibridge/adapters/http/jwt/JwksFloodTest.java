package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Eventually.eventually;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.ES256;
import static io.omnibridge.adapters.http.jwt.PublishedSigner.RS256;
import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The time-outs of these limits outlast the test: whoever waited for the issuer in vain would be noticed. */
@Tag("J10")
@Timeout(60)
class JwksFloodTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final JwksLimits LIMITS =
            new JwksLimits(LONG, Duration.ofSeconds(30), LONG.multipliedBy(2), LONG, LONG, 1 << 20);

    private static final RawJson CLAIMS = Tokens.CLAIMS.with("exp", "253402300799");

    private final MutableClock clock = new MutableClock(Tokens.NOW);
    private final Issuer issuer = new Issuer(Keys.set(RS256.published()));
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
    void ten_thousand_made_up_key_ids_cause_one_fetch_a_cool_down_and_lock_nobody_out() {
        String valid = RS256.sign(CLAIMS);
        assertEquals(ALICE, verifier.verify(valid));
        for (int i = 0; i < 10_000; i++) {
            if (i % 2_500 == 0) {
                clock.advance(LIMITS.coolDown());
            }
            assertRefused(RefusalReason.UNKNOWN_KEY, verifier, madeUp(i));
            if (i % 100 == 0) {
                assertEquals(ALICE, verifier.verify(valid));
                assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("jti", "" + i))));
            }
        }
        assertEquals(1 + 4, issuer.asked());
    }

    @Test
    void many_who_wait_share_one_fetch() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.publish(Keys.set(RS256.published(), ES256.published()));
        issuer.holdUntil(open);
        clock.advance(LIMITS.coolDown());
        List<Future<Caller>> waiting = verifyInBackground(ES256.sign(CLAIMS), 20);
        eventually(() -> issuer.asked() == 2);
        open.countDown();
        for (Future<Caller> caller : waiting) {
            assertEquals(ALICE, caller.get());
        }
        assertEquals(2, issuer.asked());
    }

    @Test
    void nobody_with_a_known_key_waits_for_an_issuer_that_hangs() {
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.holdUntil(new CountDownLatch(1));
        clock.advance(LIMITS.coolDown());
        verifyInBackground(madeUp(0), 1);
        eventually(() -> issuer.asked() == 2);
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS.with("jti", "1"))));
    }

    @Test
    void a_hanging_issuer_holds_few_threads_however_many_key_ids_are_made_up() throws Exception {
        assertEquals(ALICE, verifier.verify(RS256.sign(CLAIMS)));
        issuer.holdUntil(new CountDownLatch(1));
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
            assertRefused(verifier, Tokens.signed(RS256.header().with("kid", "\"x\""), claims, RS256.signer()));
        }
        assertEquals(1, issuer.asked());
    }

    private static String madeUp(int number) {
        return Tokens.signed(RS256.header().with("kid", "\"" + number + '"'), CLAIMS, input -> new byte[256]);
    }

    private List<Future<Caller>> verifyInBackground(String token, int times) {
        Callable<Caller> verification = () -> verifier.verify(token);
        return Stream.generate(() -> users.submit(verification)).limit(times).toList();
    }
}
