package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock of a store: one for all nodes, whatever their own clocks say. */
@Tag("P1")
public interface StoreTimeContract {

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** The same store as another node has it. */
    DurableStore another();

    @Test
    default void all_nodes_read_one_clock_in_whole_milliseconds() {
        Instant first = durable().time().read();
        Instant second = another().time().read();
        Instant third = durable().time().read();

        assertFalse(second.isBefore(first));
        assertFalse(third.isBefore(second));
        assertEquals(first.truncatedTo(ChronoUnit.MILLIS), first);
    }

    @Test
    default void an_account_is_read_with_the_time_of_that_clock() {
        VaultPorts ports = VaultPorts.over(durable().users(), CHAIN);
        Account account = account(key(ALICE, GOOGLE, "work"));
        ports.accounts().link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key()));

        Instant before = durable().time().read();
        TimedAccount found = ports.accounts().findWithStoreTime(account.key()).orElseThrow();
        Instant after = durable().time().read();

        assertFalse(found.storeTime().isBefore(before));
        assertFalse(found.storeTime().isAfter(after));
    }

    /** A node of an older version may still stamp attempts by a clock of its own. */
    @Test
    default void an_attempt_from_a_node_that_is_100_days_ahead_removes_no_other_attempt() {
        VaultPorts ports = VaultPorts.over(durable().users(), CHAIN);
        AuditedAction action = action(ActionKind.CONNECT, key(ALICE, GOOGLE, "work"));
        Instant now = durable().time().read();
        ConnectAttempt current = attempt(ALICE, now);
        assertTrue(ports.attempts().begin(current, QUOTA, action));

        ConnectAttempt ahead = attempt(BOB, now.plus(Duration.ofDays(100)));
        assertTrue(ports.attempts().begin(ahead, QUOTA, action(ActionKind.CONNECT, key(BOB, GOOGLE, "work"))));

        assertEquals(Optional.of(current), ports.attempts().find(ALICE, current.id()));
        assertEquals(Optional.of(current), ports.attempts().findByState(current.oauthState()));
    }
}
