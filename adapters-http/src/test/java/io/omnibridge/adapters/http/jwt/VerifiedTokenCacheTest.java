package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedTokenCacheTest {

    private static final int CAPACITY = 80;

    private final VerifiedTokenCache tokens = new VerifiedTokenCache(header -> Optional.empty(), CAPACITY);

    @Test
    void what_was_remembered_is_recalled_and_nothing_else() {
        VerifiedToken verified = verified(NOW.plusSeconds(1));
        tokens.remember(digest("a"), verified, NOW);
        assertEquals(Optional.of(verified), tokens.recall(digest("a"), NOW));
        assertEquals(Optional.empty(), tokens.recall(digest("b"), NOW));
    }

    @Test
    void an_expired_token_is_refused_and_forgotten() {
        tokens.remember(digest("a"), verified(NOW), NOW.minusSeconds(1));
        assertThrows(InvalidToken.class, () -> tokens.recall(digest("a"), NOW));
        assertEquals(0, tokens.size());
    }

    @Test
    void a_token_that_comes_once_is_remembered_while_half_of_the_room_is_free_and_pushes_nobody_out() {
        for (int i = 0; i < 50 * CAPACITY; i++) {
            tokens.remember(digest("once" + i), verified(NOW.plusSeconds(60)), NOW);
        }
        assertEquals(CAPACITY / 2, tokens.size());
        for (int i = 0; i < CAPACITY / 2; i++) {
            assertTrue(tokens.recall(digest("once" + i), NOW).isPresent());
        }
    }

    @Test
    void a_token_that_comes_again_takes_the_other_half() {
        rememberTwice("again", CAPACITY, NOW.plusSeconds(60));
        for (int i = 0; i < CAPACITY; i++) {
            assertTrue(tokens.recall(digest("again" + i), NOW).isPresent());
        }
    }

    @Test
    void expired_tokens_make_room_first() {
        rememberTwice("expired", CAPACITY - 1, NOW.plusSeconds(1));
        rememberTwice("alive", 1, NOW.plusSeconds(60));
        assertEquals(CAPACITY, tokens.size());
        tokens.remember(digest("new"), verified(NOW.plusSeconds(60)), NOW.plusSeconds(1));
        tokens.remember(digest("new"), verified(NOW.plusSeconds(60)), NOW.plusSeconds(1));
        assertEquals(2, tokens.size());
        assertTrue(tokens.recall(digest("alive0"), NOW).isPresent());
    }

    @Test
    void however_many_come_again_they_stay_within_the_capacity() {
        for (int i = 0; i < 50 * CAPACITY; i++) {
            String digest = digest("token" + i);
            tokens.remember(digest, verified(NOW.plusSeconds(60)), NOW);
            tokens.remember(digest, verified(NOW.plusSeconds(60)), NOW);
            assertTrue(tokens.size() <= CAPACITY);
            assertTrue(tokens.recall(digest, NOW).isPresent(), "the newest is there");
        }
        assertTrue(tokens.size() > CAPACITY / 2, "most of them stay");
    }

    private void rememberTwice(String prefix, int count, Instant until) {
        for (int i = 0; i < 2 * count; i++) {
            tokens.remember(digest(prefix + i / 2), verified(until), NOW);
        }
    }

    private static String digest(String token) {
        return TokenDigest.of(token);
    }

    private static VerifiedToken verified(Instant until) {
        return new VerifiedToken(ALICE, Instant.EPOCH, until);
    }
}
