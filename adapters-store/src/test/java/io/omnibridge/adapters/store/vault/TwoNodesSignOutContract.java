package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.SignOutsContract.signingOut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.SignOuts;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sign-out through one node counts for the other. */
@Tag("W1")
public interface TwoNodesSignOutContract {

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** The same store as another node has it. */
    DurableStore another();

    @Test
    default void a_sign_out_through_one_node_is_known_to_the_other() {
        SignOuts here = VaultPorts.over(durable().users(), CHAIN).signOuts();
        SignOuts there = VaultPorts.over(another().users(), CHAIN).signOuts();

        here.signOut(ALICE, signingOut(ALICE, NOW));
        assertEquals(Optional.of(NOW), there.lastOf(ALICE));
        there.signOut(ALICE, signingOut(ALICE, NOW.plusMillis(1)));
        assertEquals(Optional.of(NOW.plusMillis(1)), here.lastOf(ALICE));
    }
}
