package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.copy.CopyStep;
import io.omnibridge.adapters.support.testing.MutableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CopyProgressLinesTest {

    private final StringWriter err = new StringWriter();

    @Test
    void each_step_prints_its_first_user_and_then_one_line_a_second() {
        MutableClock clock = new MutableClock(Instant.EPOCH);
        CopyProgressLines lines = new CopyProgressLines(new PrintWriter(err), clock);
        for (int i = 0; i < 30; i++) {
            lines.done(CopyStep.COPYING);
            clock.advance(Duration.ofMillis(100));
        }
        lines.done(CopyStep.VERIFYING);

        assertEquals("""
                copying: 1 user so far
                copying: 11 users so far
                copying: 21 users so far
                verifying: 1 user so far
                """, err.toString().replace("\r", ""));
    }
}
