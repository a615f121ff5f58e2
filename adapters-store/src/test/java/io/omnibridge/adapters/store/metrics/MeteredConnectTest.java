package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.PendingRevocationsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attempts and obligations that are measured behave exactly as those that are not. */
class MeteredConnectTest implements ConnectAttemptsContract, PendingRevocationsContract {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());
    private final ConnectAttempts attempts = new MeteredConnectAttempts(memory.connectAttempts(), registry);
    private final PendingRevocations pendingRevocations =
            new MeteredPendingRevocations(memory.pendingRevocations(), registry);

    @Override
    public ConnectAttempts attempts() {
        return attempts;
    }

    @Override
    public PendingRevocations pendingRevocations() {
        return pendingRevocations;
    }

    @Override
    public TokenStore store() {
        return memory.tokenStore();
    }

    @Override
    public AuditLog trail() {
        return memory.auditLog();
    }

    @Override
    public AccountScan scan() {
        return memory.scan();
    }

    @Override
    public AccountScan scanOfAnotherProcess() {
        return memory.scan();
    }

    @Test
    @Tag("D7")
    void calls_count_under_their_operations_and_add_no_series() {
        int before = registry.getMeters().size();

        attempts.findByState(HashedValue.of("state"));
        pendingRevocations.replace(
                pendingRevocation(account(key(ALICE, GOOGLE, "work")), RevocationScope.TOKEN),
                pendingRevocation(account(key(ALICE, GOOGLE, "work")), RevocationScope.TOKEN));

        assertEquals(before, registry.getMeters().size());
        assertEquals(1, calls("find_returning"));
        assertEquals(1, calls("replace_obligation"));
    }

    private long calls(String operation) {
        return registry.get("omnibridge.store.calls")
                .tags("operation", operation, "outcome", "ok")
                .timer()
                .count();
    }
}
