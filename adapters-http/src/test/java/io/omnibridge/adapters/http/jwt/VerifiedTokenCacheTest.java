package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedTokenCacheTest {

    private static final int CAPACITY = 80;

    private final VerifiedTokenCache tokens = new VerifiedTokenCache(header -> List.of(), CAPACITY);

    @Test
    void a_cached_token_is_found_and_no_other() {
        VerifiedToken verified = verified(NOW.plusSeconds(1));
        tokens.put(digest("a"), verified, NOW);
        assertEquals(Optional.of(verified), tokens.get(digest("a"), NOW));
        assertEquals(Optional.empty(), tokens.get(digest("b"), NOW));
    }

    @Test
    void an_expired_token_is_rejected_and_removed() {
        tokens.put(digest("a"), verified(NOW), NOW.minusSeconds(1));
        assertThrows(InvalidToken.class, () -> tokens.get(digest("a"), NOW));
        assertEquals(0, tokens.size());
    }

    @Test
    void a_token_seen_once_enters_while_half_is_free_and_evicts_no_other() {
        for (int i = 0; i < 50 * CAPACITY; i++) {
            tokens.put(digest("once" + i), verified(NOW.plusSeconds(60)), NOW);
        }
        assertEquals(CAPACITY / 2, tokens.size());
        for (int i = 0; i < CAPACITY / 2; i++) {
            assertTrue(tokens.get(digest("once" + i), NOW).isPresent());
        }
    }

    @Test
    void a_token_seen_twice_uses_the_other_half() {
        putTwice("again", CAPACITY, NOW.plusSeconds(60));
        for (int i = 0; i < CAPACITY; i++) {
            assertTrue(tokens.get(digest("again" + i), NOW).isPresent());
        }
    }

    @Test
    void expired_tokens_are_evicted_first() {
        putTwice("expired", CAPACITY - 1, NOW.plusSeconds(1));
        putTwice("alive", 1, NOW.plusSeconds(60));
        assertEquals(CAPACITY, tokens.size());
        tokens.put(digest("new"), verified(NOW.plusSeconds(60)), NOW.plusSeconds(1));
        tokens.put(digest("new"), verified(NOW.plusSeconds(60)), NOW.plusSeconds(1));
        assertEquals(2, tokens.size());
        assertTrue(tokens.get(digest("alive0"), NOW).isPresent());
    }

    @Test
    void the_cache_never_exceeds_its_capacity() {
        for (int i = 0; i < 50 * CAPACITY; i++) {
            String digest = digest("token" + i);
            tokens.put(digest, verified(NOW.plusSeconds(60)), NOW);
            tokens.put(digest, verified(NOW.plusSeconds(60)), NOW);
            assertTrue(tokens.size() <= CAPACITY);
            assertTrue(tokens.get(digest, NOW).isPresent(), "the newest is there");
        }
        assertTrue(tokens.size() > CAPACITY / 2, "most of them stay");
    }

    private void putTwice(String prefix, int count, Instant until) {
        for (int i = 0; i < 2 * count; i++) {
            tokens.put(digest(prefix + i / 2), verified(until), NOW);
        }
    }

    private static String digest(String token) {
        return TokenDigest.of(token);
    }

    private static VerifiedToken verified(Instant until) {
        return new VerifiedToken(ALICE, Instant.EPOCH, until, true);
    }
}
