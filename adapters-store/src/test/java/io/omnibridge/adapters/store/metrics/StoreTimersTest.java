package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.vault.VaultGate;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.adapters.store.vault.VaultPortsContract;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ports that are measured behave exactly as ports that are not. */
class StoreTimersTest implements VaultPortsContract {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StoreMetrics metrics = new StoreTimers(registry);
    private final VaultPorts metered = new MemoryStore(Clock.systemUTC()).ports(metrics);

    @Override
    public VaultPorts ports() {
        return metered;
    }

    @Test
    @Tag("D7")
    void calls_count_under_their_operations_and_add_no_series() {
        int before = registry.getMeters().size();
        Account account = account(key(ALICE, GOOGLE, "work"));

        link(account);
        Listing.all(store(), ALICE);
        Listing.all(store(), ALICE, GOOGLE);
        store().find(account.key());
        store().findWithStoreTime(account.key());
        auditLog().list(ALICE, AuditPage.FROM_NEWEST, 1);
        attempts().findByState(HashedValue.of("state"));
        pendingRevocations()
                .replace(
                        pendingRevocation(account, RevocationScope.TOKEN),
                        pendingRevocation(account, RevocationScope.TOKEN));

        assertEquals(before, registry.getMeters().size());
        assertEquals(1, calls("link", "ok"));
        assertEquals(2, calls("list", "ok"));
        assertEquals(2, calls("find", "ok"));
        assertEquals(1, calls("list_events", "ok"));
        assertEquals(1, calls("find_attempt_by_state", "ok"));
        assertEquals(1, calls("replace_revocation", "ok"));
    }

    @Test
    void a_store_that_is_unavailable_counts_as_that() {
        StoreUnavailable unavailable = new StoreUnavailable("away");

        assertSame(unavailable, assertThrows(StoreUnavailable.class, () -> Listing.all(failing(unavailable), ALICE)));
        assertEquals(1, calls("list", "unavailable"));
    }

    @Test
    void any_other_fault_counts_as_failed_and_is_passed_on() {
        IllegalStateException fault = new IllegalStateException("broken");

        assertSame(fault, assertThrows(IllegalStateException.class, () -> Listing.all(failing(fault), ALICE)));
        assertEquals(1, calls("list", "failed"));
    }

    private TokenStore failing(RuntimeException fault) {
        MemoryStore failing = spy(new MemoryStore(Clock.systemUTC()));
        doThrow(fault).when(failing).list(any(), any(), any(), anyInt());
        return VaultPorts.over(new VaultGate(failing), EventChain.UNCHAINED, metrics)
                .accounts();
    }

    private long calls(String operation, String outcome) {
        return registry.get("omnibridge.store.calls")
                .tags("operation", operation, "outcome", outcome)
                .timer()
                .count();
    }
}
