package io.omnibridge.adapters.store.codec;

import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored outlives the program that stored it: a change of these texts must be deliberate. */
class RefreshStateCodecTest {

    private static final long AT = NOW.toEpochMilli();
    private static final long LATE = LATER.toEpochMilli();

    @Test
    void every_state_has_its_text() {
        Unknown unknown = new Unknown(NOW, LATER, NOW, 2);
        Map<RefreshState, String> texts = new LinkedHashMap<>();
        texts.put(RefreshState.READY, "I 0 0");
        texts.put(new Idle(LATER, 3), "I " + LATE + " 3");
        texts.put(new Calling(Optional.empty(), NOW, LATER, 1), "C " + AT + " " + LATE + " 1");
        texts.put(unknown, "U " + AT + " " + LATE + " " + AT + " 2");
        texts.put(
                new Calling(Optional.of(unknown), NOW, LATER, 1),
                "C " + AT + " " + LATE + " 1 U " + AT + " " + LATE + " " + AT + " 2");
        for (Reason reason : Reason.values()) {
            texts.put(new Ended(reason, NOW), "E " + reason + " " + AT);
        }

        texts.forEach((state, text) -> {
            assertEquals(text, RefreshStateCodec.of(state));
            assertEquals(state, RefreshStateCodec.parse(text));
        });
        assertSame(RefreshState.READY, RefreshStateCodec.parse("I 0 0"));
    }

    @Test
    void a_part_of_a_millisecond_makes_no_difference() {
        assertEquals(
                RefreshStateCodec.of(new Ended(Reason.REVOKED, NOW)),
                RefreshStateCodec.of(new Ended(Reason.REVOKED, NOW.plusNanos(999_999))));
    }

    @Test
    void anything_else_is_refused() {
        for (String text : List.of(
                "", "I", "I 0", "I 0 0 0", "I  0 0", "i 0 0", "I x 0", "I 0 -1", "C 1 2 3 X", "C 1 2 3 U 1", "E X 1")) {
            assertThrows(IllegalArgumentException.class, () -> RefreshStateCodec.parse(text), text);
        }
    }
}
