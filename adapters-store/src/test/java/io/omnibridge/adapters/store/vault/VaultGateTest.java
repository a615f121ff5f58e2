package io.omnibridge.adapters.store.vault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.metrics.StoreTimers;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** No port reaches a store behind a closed gate. */
@Tag("P5")
class VaultGateTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VaultGate gate = new VaultGate(new MemoryStore(Clock.systemUTC()));
    private final VaultPorts ports = VaultPorts.over(gate, EventChain.UNCHAINED, new StoreTimers(registry));
    private final Account account = account(key(ALICE, GOOGLE, "work"));
    private final AuditedAction action = action(ActionKind.LINK, account.key());
    private final ConnectAttempt attempt = attempt(ALICE, NOW);
    private final PendingRevocation revocation = pendingRevocation(account, RevocationScope.TOKEN);
    private final StoredLease lease = UseSamples.lease(ALICE, NOW.plusSeconds(60));

    @Test
    void a_closed_gate_refuses_calls_of_every_port_and_an_open_one_none() {
        gate.close("another vault");
        List<Executable> calls = List.of(
                () -> ports.accounts().find(account.key()),
                () -> ports.accounts().findMetadata(account.key()),
                () -> ports.accounts().list(ALICE, Optional.empty(), Optional.empty(), 1),
                () -> ports.accounts().keys(ALICE),
                () -> ports.accounts().findWithStoreTime(account.key()),
                () -> ports.accounts().link(account, 1, Optional.empty(), action),
                () -> ports.accounts().recordView(account.key(), account.version(), NOW),
                () -> ports.accounts().unlink(account.metadata(), Optional.empty(), action),
                () -> ports.attempts().begin(attempt, 1, action),
                () -> ports.attempts().find(ALICE, attempt.id()),
                () -> ports.attempts().findByState(HashedValue.of("state")),
                () -> ports.pendingRevocations().add(revocation, action),
                () -> ports.pendingRevocations().replace(revocation, revocation),
                () -> ports.auditLog().append(action.withOutcome(AuditOutcome.LINKED)),
                () -> ports.auditLog().countRefusal(action.withOutcome(AuditOutcome.LINKED)),
                () -> ports.auditLog().refusals(ALICE),
                () -> ports.auditLog().list(ALICE, 1, 1),
                () -> ports.useLog().append(UseSamples.used(account.key(), NOW), Optional.empty()),
                () -> ports.useLog().list(ALICE, 1, 1),
                () -> ports.useLog().prune(ALICE, NOW),
                () -> ports.leases().add(lease, 1, UseSamples.begin(lease, NOW)),
                () -> ports.leases().find(ALICE, lease.id()),
                () -> ports.leases().list(ALICE),
                () -> ports.signOuts().lastOf(ALICE),
                () -> ports.signOuts().signOut(ALICE, action),
                () -> ports.signOuts().removeForgotten(),
                () -> ports.scan().users(ScanCursor.START, 1),
                () -> ports.scan().erase(ALICE));

        calls.forEach(call -> assertThrows(StoreUnavailable.class, call));

        assertEquals(calls.size() - 2, measured("unavailable"));
        gate.open();
        calls.forEach(call -> assertDoesNotThrow(call));
        assertEquals(calls.size() - 2, measured("ok"));
    }

    private long measured(String outcome) {
        return registry.get("omnibridge.store.calls").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
