package io.omnibridge.application.credentials;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.AccountKey;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D5")
class CallsInFlightTest {

    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final AccountKey OTHER = key(BOB, GOOGLE, "work");

    private final CallsInFlight calls = new CallsInFlight(System::nanoTime);

    @Test
    void closing_reports_a_running_call() throws InterruptedException {
        calls.enter(WORK);

        assertFalse(calls.close(Duration.ofMillis(1)));
        calls.leave(WORK);
        assertTrue(calls.close(Duration.ZERO));
    }

    @Test
    void closing_waits_until_the_last_call_has_ended() throws Exception {
        calls.enter(WORK);
        calls.enter(OTHER);
        calls.leave(OTHER);
        Thread caller = new Thread(() -> calls.leave(WORK));

        synchronized (calls) {
            caller.start();
            assertTrue(calls.close(Duration.ofMinutes(1)));
        }
        caller.join();
    }

    @Test
    void after_closing_only_running_calls_go_on() throws InterruptedException {
        calls.enter(WORK);
        calls.close(Duration.ofMillis(1));

        assertTrue(calls.enter(WORK));
        assertFalse(calls.enter(OTHER));
        calls.leave(WORK);
        assertFalse(calls.enter(WORK));
    }

    @Test
    void a_call_that_entered_twice_is_one_call() throws InterruptedException {
        calls.enter(WORK);
        calls.enter(WORK);
        calls.leave(WORK);

        assertTrue(calls.close(Duration.ZERO));
    }
}
