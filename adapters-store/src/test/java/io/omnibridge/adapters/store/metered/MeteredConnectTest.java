package io.omnibridge.adapters.store.metered;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.obligation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectAttemptsContract;
import io.omnibridge.application.port.Obligations;
import io.omnibridge.application.port.ObligationsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.connect.Proof;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attempts and obligations that are measured behave exactly as those that are not. */
class MeteredConnectTest implements ConnectAttemptsContract, ObligationsContract {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());
    private final ConnectAttempts attempts = new MeteredConnectAttempts(memory.connectAttempts(), registry);
    private final Obligations obligations = new MeteredObligations(memory.obligations(), registry);

    @Override
    public ConnectAttempts attempts() {
        return attempts;
    }

    @Override
    public Obligations obligations() {
        return obligations;
    }

    @Override
    public TokenStore store() {
        return memory.tokenStore();
    }

    @Override
    public AuditTrail trail() {
        return memory.auditTrail();
    }

    @Override
    public AccountSweep sweep() {
        return memory.sweep();
    }

    @Override
    public AccountSweep sweepOfAnotherProcess() {
        return memory.sweep();
    }

    @Test
    @Tag("D7")
    void calls_count_under_their_operations_and_add_no_series() {
        int before = registry.getMeters().size();

        attempts.findReturning(Proof.of("state"));
        obligations.replace(
                obligation(account(key(ALICE, GOOGLE, "work")), RevocationScope.TOKEN),
                obligation(account(key(ALICE, GOOGLE, "work")), RevocationScope.TOKEN));

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
