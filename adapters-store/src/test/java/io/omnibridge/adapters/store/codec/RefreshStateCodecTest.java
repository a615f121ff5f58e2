package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import io.omnibridge.domain.refresh.Refusals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshStateCodecTest {

    private static final Unknown UNKNOWN = new Unknown(NOW, LATER, NOW, 2);

    private static final List<RefreshState> STATES = List.of(
            RefreshState.READY,
            new Idle(LATER, 3),
            new Calling(Optional.empty(), NOW, LATER, 1),
            UNKNOWN,
            new Calling(Optional.of(UNKNOWN), NOW, LATER, 1),
            new Ended(RefreshEndReason.REVOKED, NOW),
            new Ended(RefreshEndReason.REFRESH_UNKNOWN, NOW),
            new Ended(RefreshEndReason.ACCESS_REFUSED, NOW),
            new Ended(RefreshEndReason.REFUSED, NOW),
            new Ended(RefreshEndReason.EXPIRED, NOW),
            new Idle(LATER, 3, new Refusals(2, NOW)),
            new Calling(Optional.empty(), NOW, LATER, 1, new Refusals(1, NOW)),
            new Unknown(NOW, LATER, NOW, 2, new Refusals(1, NOW)),
            new Calling(
                    Optional.of(new Unknown(NOW, LATER, NOW, 2, new Refusals(1, NOW))),
                    NOW,
                    LATER,
                    1,
                    new Refusals(1, NOW)));

    private static final List<String> GOLDEN = GoldenFile.lines(RefreshStateCodecTest.class, "refresh-states.jsonl");

    @Test
    void every_state_is_written_as_in_the_golden_file() {
        assertEquals(GOLDEN, STATES.stream().map(RefreshStateCodec::of).toList());
    }

    @Test
    void every_state_of_the_golden_file_is_read() {
        assertEquals(STATES, GOLDEN.stream().map(RefreshStateCodec::parse).toList());
        assertSame(RefreshState.READY, RefreshStateCodec.parse(GOLDEN.get(0)));
    }

    @Test
    void a_part_of_a_millisecond_makes_no_difference() {
        Ended ended = new Ended(RefreshEndReason.REVOKED, NOW);

        assertTrue(RefreshStateCodec.isSame(ended, new Ended(RefreshEndReason.REVOKED, NOW.plusNanos(999_999))));
        assertFalse(RefreshStateCodec.isSame(ended, new Ended(RefreshEndReason.REVOKED, NOW.plusMillis(1))));
    }

    @Test
    void anything_else_is_refused() {
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{}",
                "I 0 0",
                "{\"v\":1}",
                "{\"v\":2,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0}",
                "{\"v\":\"1\",\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0}",
                "{\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0}",
                "{\"v\":1,\"state\":\"LOST\",\"notBefore\":0,\"failures\":0}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0,\"more\":0}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0,\"failures\":0}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":-1}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":1.0}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":9999999999}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":null}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0,\"refusals\":1}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0,\"refusedSince\":1}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0} {}",
                "{\"v\":1,\"state\":\"IDLE\",\"notBefore\":0,\"failures\":0",
                "{\"v\":1,\"state\":\"ENDED\",\"reason\":\"WISH\",\"since\":0}",
                "{\"v\":1,\"state\":\"CALLING\",\"firstSentAt\":0,\"deadline\":0,\"failures\":0,\"before\":{\"state\":\"IDLE\"}}")) {
            assertThrows(IllegalArgumentException.class, () -> RefreshStateCodec.parse(text), text);
        }
    }
}
