package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.copy.CopyProgress.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CopyProgressLinesTest {

    private final StringWriter err = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void each_step_prints_its_first_user_and_then_one_line_a_second() {
        CopyProgressLines lines = new CopyProgressLines(new PrintWriter(err), new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        for (int i = 0; i < 30; i++) {
            lines.done(Step.COPYING);
            now = now.plusMillis(100);
        }
        lines.done(Step.VERIFYING);

        assertEquals("""
                copying: 1 users so far
                copying: 11 users so far
                copying: 21 users so far
                verifying: 1 users so far
                """, err.toString().replace("\r", ""));
    }
}
