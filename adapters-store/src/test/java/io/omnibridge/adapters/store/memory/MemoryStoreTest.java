package io.omnibridge.adapters.store.memory;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.refresh.RefreshState.READY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.adapters.store.vault.DataUseContract;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.adapters.store.vault.VaultPortsContract;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryStoreTest implements VaultPortsContract, DataUseContract {

    private static final int MAX_EVENTS = 1_000;

    private final MemoryStore memory = new MemoryStore(Clock.systemUTC());
    private final VaultPorts ports = memory.ports();

    @Override
    public VaultPorts ports() {
        return ports;
    }

    @Test
    void memory_is_always_available() {
        assertDoesNotThrow(memory::check);
    }

    @Test
    void nothing_outlives_memory_so_there_is_no_head_to_keep() {
        link(account(key(ALICE, GOOGLE, "work")));

        assertEquals(
                Optional.empty(),
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, 1).head());
    }

    @Test
    @Tag("D6")
    void questions_about_a_user_without_rows_leave_no_rows() {
        Account account = account(key(ALICE, GOOGLE, "work"));

        store().find(account.key());
        store().findMetadata(account.key());
        Listing.all(store(), ALICE);
        Listing.all(store(), ALICE, GOOGLE);
        auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10);
        unlink(account);
        renew(account, renewed(account, LATER));
        store().updateRefreshState(account.key(), account.version(), READY, READY);
        store().findWithStoreTime(account.key());
        attempts().find(ALICE, attempt(ALICE, NOW).id());

        assertEquals(Optional.empty(), memory.read(ALICE));
    }

    @Test
    @Tag("D6")
    void the_newest_thousand_events_of_a_user_are_kept() {
        record(0, MAX_EVENTS + 7);

        AuditPage page = auditLog().list(ALICE, AuditPage.FROM_NEWEST, Integer.MAX_VALUE);

        assertEquals(MAX_EVENTS, page.events().size());
        assertEquals(event(MAX_EVENTS + 6), page.events().get(0));
        assertEquals(event(7), page.events().get(MAX_EVENTS - 1));
        assertEquals(OptionalLong.empty(), page.next());
    }

    @Test
    @Tag("D6")
    void a_position_stays_where_it_is_when_older_events_are_removed() {
        record(0, 2);
        long next = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 1).next().orElseThrow();
        assertEquals(List.of(event(0)), auditLog().list(ALICE, next, 10).events());

        record(2, MAX_EVENTS);

        assertEquals(List.of(), auditLog().list(ALICE, next, 10).events());
        assertEquals(List.of(), auditLog().list(ALICE, Long.MIN_VALUE, 10).events());
    }

    @Test
    @Tag("D4")
    void a_write_based_on_an_erased_user_does_not_change_one_who_came_back() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        UserSnapshot erased = memory.snapshot(SnapshotScope.of(account.key()));
        scan().erase(ALICE);
        link(account(account.key()));

        AuditEvent event = event(1);
        UserWrite write = new UserWrite(
                erased, Changes.NONE, new ChainedEvent(2, event, erased.head().mac()));

        assertFalse(memory.apply(write));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("U5")
    void ten_thousand_uses_push_out_no_change() {
        link(account(key(ALICE, GOOGLE, "work")));

        IntStream.range(0, 10_000)
                .forEach(i -> append(UseSamples.used(key(ALICE, GOOGLE, "work"), NOW.plusSeconds(i))));

        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(MAX_EVENTS, uses(ALICE).size());
    }

    private void record(int first, int count) {
        IntStream.range(first, first + count).forEach(number -> auditLog().append(event(number)));
    }

    private static AuditEvent event(int number) {
        RequestId requestId = new RequestId("request-" + number);
        return AuditedAction.of(ActionKind.READ_AUDIT, caller(ALICE), requestId, NOW)
                .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE);
    }
}
