package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.auditlog.LogFault.CHANGED;
import static io.omnibridge.adapters.store.auditlog.LogFault.HEAD_PUT_BACK;
import static io.omnibridge.adapters.store.auditlog.LogFault.MISSING;
import static io.omnibridge.adapters.store.auditlog.LogFault.REORDERED;
import static io.omnibridge.adapters.store.auditlog.LogFault.TRUNCATED;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No change takes place without its audit event, and an attacker who writes the store changes no event unnoticed. */
public interface TamperedAuditLogContract extends PortsUnderTest {

    AuditChain CHAIN = DurableStoreContract.CHAIN;

    UserStore users();

    /** Access to the audit log of {@code alice} past OmniBridge. */
    Tampering tampering();

    /** What an attacker does who can write the store. */
    interface Tampering {

        /** Returns a change of one event for each of its fields. */
        List<String> changes();

        void change(int position, String change);

        /** Puts all events back as they were before the last change. */
        void restore();

        void swap(int first, int second);

        void remove(int position);

        /** Removes all events behind {@code position}, and leaves the chain head. */
        void cutBehind(int position);

        /** Makes {@code position} the position of the chain head, with the MAC of that event. */
        void putHeadAt(int position);

        void removeHead();

        void makeUnreadable(int position);
    }

    @Test
    @Tag("U3")
    default void an_audit_log_that_only_the_store_wrote_is_intact() {
        StoredChainHead head = sixEvents();

        assertEquals(new VerificationResult.Intact(head), verify(head));
        assertEquals(new VerificationResult.Intact(head), inspect());
        assertEquals(6, head.count());
        assertEquals(StoredChainHead.NONE, users().head(BOB));
    }

    @Test
    @Tag("U2")
    default void every_changed_field_of_an_event_is_noticed() {
        StoredChainHead head = sixEvents();
        for (String change : tampering().changes()) {
            tampering().change(3, change);
            assertEquals(CHANGED.at(3), verify(head), change);
            tampering().restore();
        }
        assertEquals(new VerificationResult.Intact(head), verify(head));
    }

    @Test
    @Tag("U3")
    default void reordered_events_are_noticed() {
        StoredChainHead head = sixEvents();
        tampering().swap(2, 3);

        assertEquals(REORDERED.at(2), verify(head));
    }

    @Test
    @Tag("U3")
    default void a_removed_event_is_noticed() {
        StoredChainHead head = sixEvents();
        tampering().remove(4);

        assertEquals(MISSING.at(4), verify(head));
    }

    @Test
    @Tag("U3")
    default void a_truncated_audit_log_is_noticed_against_the_stored_chain_head() {
        sixEvents();
        tampering().cutBehind(4);

        assertEquals(TRUNCATED.at(5), verify(users().head(ALICE)));
    }

    @Test
    @Tag("U3")
    default void an_audit_log_truncated_with_its_chain_head_is_noticed_against_a_head_that_was_kept() {
        StoredChainHead kept = sixEvents();
        tampering().cutBehind(4);
        tampering().putHeadAt(4);

        assertEquals(TRUNCATED.at(5), verify(kept));
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b")));
        assertEquals(CHANGED.at(6), verify(kept));
    }

    @Test
    @Tag("U3")
    default void a_chain_head_removed_while_events_are_there_is_noticed() {
        sixEvents();
        tampering().removeHead();

        assertEquals(HEAD_PUT_BACK.at(1), inspect());
    }

    @Test
    @Tag("U3")
    default void an_event_that_became_unreadable_is_noticed_at_its_position() {
        sixEvents();
        tampering().makeUnreadable(4);

        assertEquals(CHANGED.at(4), inspect());
    }

    /** Asserts that no write takes place, where the one of {@code account} did. */
    default void assertEveryWriteFails(Account account) {
        assertEveryGrowingWriteFails(account);
        assertThrows(StoreUnavailable.class, () -> unlink(account));
        assertEquals(1, users().head(ALICE).count());
    }

    /** Asserts that no write takes place that needs more room, where the one of {@code account} did. */
    default void assertEveryGrowingWriteFails(Account account) {
        assertThrows(StoreUnavailable.class, () -> link(account(key(ALICE, GOOGLE, "home"))));
        assertThrows(StoreUnavailable.class, () -> link(account(account.key())));
        assertThrows(StoreUnavailable.class, () -> renew(account, renewed(account, LATER)));
        assertEquals(List.of(account.metadata()), Listing.all(store(), ALICE));
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(1, users().head(ALICE).count());
    }

    /** Appends events of changes, and one that changes nothing. */
    default StoredChainHead sixEvents() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account renewed = renewed(account, LATER);
        link(account);
        renew(account, renewed);
        link(account(key(ALICE, GOOGLE, "third")));
        link(account(key(ALICE, GOOGLE, "home")));
        unlink(renewed);
        assertFalse(unlink(renewed));
        AuditedAction action =
                AuditedAction.on(account.key(), ActionKind.UNLINK, caller(ALICE), new RequestId("last"), NOW);
        auditLog().append(action.withOutcome(AuditOutcome.NOT_FOUND));
        return users().head(ALICE);
    }

    default VerificationResult inspect() {
        return new ChainInspection(users(), CHAIN).of(ALICE, StoredChainHead.NONE);
    }

    default VerificationResult verify(StoredChainHead kept) {
        return CHAIN.verify(users().after(ALICE, 0, 100), kept);
    }
}
