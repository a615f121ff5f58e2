package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditLogContract;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.TokenStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is measured behaves exactly as what is not. */
class MeteredStoreTest implements TokenStoreContract, AuditLogContract {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());
    private final TokenStore store = new MeteredTokenStore(memory.tokenStore(), registry);
    private final AuditLog trail = new MeteredAuditLog(memory.auditLog(), registry);

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public AuditLog trail() {
        return trail;
    }

    @Test
    void a_call_counts_under_its_operation_as_ok() {
        store.list(ALICE);
        store.list(ALICE, GOOGLE);
        link(account(key(ALICE, GOOGLE, "work")));
        trail.list(ALICE, AuditPage.FROM_NEWEST, 1);

        assertEquals(2, calls("list", "ok"));
        assertEquals(1, calls("link", "ok"));
        assertEquals(1, calls("list_record", "ok"));
    }

    @Test
    void a_store_that_is_away_counts_as_unavailable_and_says_so() {
        TokenStore away = mock();
        StoreUnavailable unavailable = new StoreUnavailable("away");
        when(away.list(ALICE)).thenThrow(unavailable);
        TokenStore metered = new MeteredTokenStore(away, registry);

        assertSame(unavailable, assertThrows(StoreUnavailable.class, () -> metered.list(ALICE)));
        assertEquals(1, calls("list", "unavailable"));
    }

    @Test
    void any_other_fault_counts_as_failed_and_is_passed_on() {
        TokenStore broken = mock();
        IllegalStateException fault = new IllegalStateException("broken");
        when(broken.list(ALICE)).thenThrow(fault);
        TokenStore metered = new MeteredTokenStore(broken, registry);

        assertSame(fault, assertThrows(IllegalStateException.class, () -> metered.list(ALICE)));
        assertEquals(1, calls("list", "failed"));
    }

    @Test
    @Tag("D7")
    void no_call_adds_a_series() {
        int before = registry.getMeters().size();

        link(account(key(ALICE, GOOGLE, "work")));
        store.find(key(ALICE, GOOGLE, "home"));

        assertEquals(before, registry.getMeters().size());
    }

    private long calls(String operation, String outcome) {
        return registry.get("omnibridge.store.calls")
                .tags("operation", operation, "outcome", outcome)
                .timer()
                .count();
    }
}
