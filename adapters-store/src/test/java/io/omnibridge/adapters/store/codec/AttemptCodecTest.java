package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.PinnedProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All states are in the contract that every store passes. */
class AttemptCodecTest {

    private final ConnectAttempt attempt = attempt(ALICE, NOW);

    @Test
    void an_attempt_is_read_as_it_was_written() {
        assertEquals(attempt, AttemptCodec.parse(ALICE, attempt.id(), AttemptCodec.of(attempt)));
    }

    @Test
    void a_line_break_cannot_move_what_follows_it() {
        PinnedProvider broken =
                new PinnedProvider(Optional.empty(), false, URI.create("https://id.example/token"), "a\nb");
        ConnectAttempt withBreak = new ConnectAttempt(
                attempt.id(),
                ALICE,
                1,
                attempt.provider(),
                broken,
                Scopes.none(),
                Optional.empty(),
                attempt.oauthState(),
                attempt.secrets(),
                attempt.state(),
                NOW,
                NOW);

        assertThrows(IllegalArgumentException.class, () -> AttemptCodec.of(withBreak));
    }

    @Test
    void anything_else_is_refused() {
        String text = AttemptCodec.of(attempt);
        List.of("", "x", text + "\n", "2" + text.substring(1), text.replace("PENDING", "LOST"), text + "!")
                .forEach(other -> assertThrows(
                        IllegalArgumentException.class, () -> AttemptCodec.parse(ALICE, attempt.id(), other), other));
    }
}
