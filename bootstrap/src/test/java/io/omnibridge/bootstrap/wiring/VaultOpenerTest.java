package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VaultOpenerTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_store_that_is_slow_at_first_is_asked_again() {
        assertEquals("opened", VaultOpener.retried(() -> unavailableUntil(5)));
        assertEquals(5, attempts.get());
    }

    @Test
    void a_store_that_stays_away_ends_the_start() {
        assertThrows(StoreUnavailable.class, () -> VaultOpener.retried(() -> unavailableUntil(6)));
        assertEquals(5, attempts.get());
    }

    @Test
    void what_another_attempt_would_not_change_ends_the_start_at_once() {
        assertThrows(
                StoreCannotStart.class,
                () -> VaultOpener.retried(() -> {
                    attempts.incrementAndGet();
                    throw new StoreCannotStart("another vault");
                }));
        assertEquals(1, attempts.get());
    }

    private String unavailableUntil(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new StoreUnavailable("slow");
        }
        return "opened";
    }
}
