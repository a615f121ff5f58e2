package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a copy does with the times at which users signed out. */
abstract class SignOutCopyContract extends CopyFixture {

    @Test
    @Tag("W1")
    void the_last_sign_out_arrives_also_after_a_first_copy() {
        vault.link(BOB, 1);
        vault.signOut(ALICE, NOW);
        copy().ahead();
        vault.signOut(ALICE, NOW.plusMillis(1));

        CopyReport report = copy().run();

        assertTrue(compared(report).agrees(), report::toString);
        assertEquals(Optional.of(NOW.plusMillis(1)), lastInTarget(ALICE));
        assertEquals(Optional.empty(), lastInTarget(BOB));
    }

    @Test
    @Tag("W1")
    void a_user_who_was_erased_and_came_back_is_the_same_in_both() {
        vault.signOut(ALICE, NOW);
        copy().ahead();
        source().users().erase(ALICE);
        vault.link(ALICE, 1);

        CopyReport report = copy().run();

        assertTrue(compared(report).agrees(), report::toString);
    }

    private Optional<Instant> lastInTarget(UserId user) {
        return VaultPorts.over(target().users(), vault.chain()).signOuts().lastOf(user);
    }
}
