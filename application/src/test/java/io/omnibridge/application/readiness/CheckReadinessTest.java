package io.omnibridge.application.readiness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CheckReadinessTest {

    private final StoreHealth store = mock();
    private boolean keysAreKnown = true;
    private final ReadinessObserver observer = mock();
    private final CheckReadiness checkReadiness = new CheckReadiness(store, () -> keysAreKnown, observer);

    @Test
    void a_process_is_ready_while_its_store_answers() {
        assertTrue(checkReadiness.isReady());
    }

    @Test
    @Tag("D2")
    void a_process_is_not_ready_while_its_store_is_unavailable() {
        doThrow(new StoreUnavailable("down")).doNothing().when(store).check();

        assertFalse(checkReadiness.isReady());
        assertTrue(checkReadiness.isReady());
    }

    @Test
    @Tag("P5")
    void each_change_of_readiness_is_reported_once_with_its_reason() {
        doThrow(new StoreUnavailable("down"))
                .doThrow(new StoreUnavailable("still down"))
                .doNothing()
                .when(store)
                .check();

        for (int i = 0; i < 4; i++) {
            checkReadiness.isReady();
        }

        verify(observer).lost("down");
        verify(observer).regained();
        verifyNoMoreInteractions(observer);
    }

    @Test
    @Tag("P5")
    void a_stopping_process_reports_no_loss() {
        checkReadiness.stop();

        checkReadiness.isReady();

        verifyNoInteractions(observer);
    }

    @Test
    @Tag("C28")
    void a_process_is_not_ready_before_the_keys_of_the_users_were_known_once() {
        keysAreKnown = false;
        assertFalse(checkReadiness.isReady());

        keysAreKnown = true;
        assertTrue(checkReadiness.isReady());

        keysAreKnown = false;
        assertTrue(checkReadiness.isReady());
    }

    @Test
    @Tag("D5")
    void a_stopping_process_is_not_ready() {
        checkReadiness.stop();

        assertFalse(checkReadiness.isReady());
        verifyNoInteractions(store);
    }

    @Test
    void an_unexpected_exception_is_not_treated_as_an_outage() {
        doThrow(new IllegalStateException("defect")).when(store).check();

        assertThrows(IllegalStateException.class, checkReadiness::isReady);
    }
}
