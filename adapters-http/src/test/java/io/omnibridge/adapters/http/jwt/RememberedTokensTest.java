package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTokensTest {

    private static final int CAPACITY = 80;

    private final RememberedTokens tokens = new RememberedTokens(header -> Optional.empty(), CAPACITY);

    @Test
    void what_was_remembered_is_recalled_and_nothing_else() {
        VerifiedToken verified = verified(NOW.plusSeconds(1));
        tokens.remember("a", verified, NOW);
        assertEquals(Optional.of(verified), tokens.recall("a", NOW));
        assertEquals(Optional.empty(), tokens.recall("b", NOW));
    }

    @Test
    void an_expired_token_is_refused_and_forgotten() {
        tokens.remember("a", verified(NOW), NOW.minusSeconds(1));
        assertThrows(InvalidToken.class, () -> tokens.recall("a", NOW));
        assertEquals(0, tokens.size());
    }

    @Test
    void expired_tokens_make_room_first() {
        remember("expired", CAPACITY - 1, NOW.plusSeconds(1), NOW);
        tokens.remember("alive", verified(NOW.plusSeconds(60)), NOW);
        tokens.remember("new", verified(NOW.plusSeconds(60)), NOW.plusSeconds(1));
        assertEquals(2, tokens.size());
        assertTrue(tokens.recall("alive", NOW).isPresent());
    }

    @Test
    void however_many_are_added_they_stay_within_the_capacity() {
        for (int i = 0; i < 50 * CAPACITY; i++) {
            tokens.remember("token" + i, verified(NOW.plusSeconds(60)), NOW);
            assertTrue(tokens.size() <= CAPACITY);
            assertTrue(tokens.recall("token" + i, NOW).isPresent(), "the newest is there");
        }
        assertTrue(tokens.size() > CAPACITY / 2, "most of them stay");
    }

    private void remember(String prefix, int count, Instant until, Instant now) {
        for (int i = 0; i < count; i++) {
            tokens.remember(prefix + i, verified(until), now);
        }
    }

    private static VerifiedToken verified(Instant until) {
        return new VerifiedToken(ALICE, Instant.EPOCH, until);
    }
}
