package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.auditlog.LogFault.BASE_CHANGED;
import static io.omnibridge.adapters.store.auditlog.LogFault.MISSING;
import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.count;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Intact;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Pruned;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an attacker who writes the store changes in a log of uses is noticed. */
public interface TamperedUseLogContract {

    UserStore users();

    /** Access to the log of uses of {@code alice} past OmniBridge. */
    UseTampering useTampering();

    /** What an attacker does who can write the store. */
    interface UseTampering {

        /** Removes the receipts up to {@code position}. */
        void removeUpTo(long position);

        /** Makes {@code position} the base, with the MAC of the former base, if there is one. */
        void forgeBase(long position);

        /** Makes it impossible to add receipts. */
        void refuseReceipts();
    }

    @Test
    @Tag("U6")
    default void a_log_that_the_service_pruned_is_intact_from_its_base() {
        StoredChainHead kept = append(3);
        StoredChainHead head = append(3);

        assertEquals(5, ports().useLog().prune(ALICE, NOW.plusSeconds(60)));

        assertEquals(new Intact(head), inspect(StoredChainHead.NONE));
        assertEquals(new Intact(head), inspect(head));
        assertEquals(5, ((Pruned) inspect(kept)).base().count());
    }

    @Test
    @Tag("U6")
    default void receipts_that_an_attacker_removed_are_noticed() {
        append(6);

        useTampering().removeUpTo(2);
        assertEquals(MISSING.at(1), inspect(StoredChainHead.NONE));
        useTampering().forgeBase(3);
        assertEquals(BASE_CHANGED.at(3), inspect(StoredChainHead.NONE));
    }

    @Test
    @Tag("U6")
    default void a_base_that_an_attacker_moved_is_noticed() {
        append(2);
        ports().useLog().prune(ALICE, NOW.plusSeconds(60));
        append(4);

        useTampering().forgeBase(4);
        assertEquals(BASE_CHANGED.at(4), inspect(StoredChainHead.NONE));
    }

    @Test
    @Tag("U4")
    default void a_use_whose_receipt_cannot_be_stored_is_not_counted() {
        StoredLease lease = UseSamples.lease(ALICE, NOW.plusSeconds(3_600));
        assertTrue(ports().leases().add(lease, QUOTA, UseSamples.begin(lease, NOW)));
        append(1);
        useTampering().refuseReceipts();

        assertThrows(
                StoreUnavailable.class,
                () -> ports().useLog().append(used(key(ALICE, GOOGLE, "work"), lease.id(), NOW), count(lease, 9)));

        assertEquals(0, ports().leases().find(ALICE, lease.id()).orElseThrow().used());
        assertEquals(1, users().uses().head(ALICE).count());
    }

    private VaultPorts ports() {
        return VaultPorts.over(users(), CHAIN);
    }

    private StoredChainHead append(int count) {
        for (int i = 0; i < count; i++) {
            ports().useLog().append(used(key(ALICE, GOOGLE, "work"), NOW.plusSeconds(i)), Optional.empty());
        }
        return users().uses().head(ALICE);
    }

    private VerificationResult inspect(StoredChainHead kept) {
        return new UseInspection(users().uses(), CHAIN.uses()).of(ALICE, kept);
    }
}
