package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A write that names a version happens only at that version. */
public interface VersionContract extends StoreContract {

    @Test
    default void a_renewal_keeps_the_first_link_time() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account renewed = renewed(account, LATER);

        assertTrue(renew(account, renewed));

        assertEquals(Optional.of(renewed.withLinkedAt(NOW)), store().find(account.key()));
        assertEquals(List.of(renewed.withLinkedAt(NOW).metadata()), Listing.all(store(), ALICE));
    }

    @Test
    default void a_renewal_of_an_earlier_generation_does_not_happen() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account renewed = renewed(account, NOW);
        renew(account, renewed);

        assertFalse(renew(account, renewed(account, LATER)));
        assertEquals(Optional.of(renewed), store().find(account.key()));
    }

    @Test
    @Tag("R8")
    default void a_renewal_of_an_earlier_link_does_not_change_the_later_one() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        Account replacement = account(former.key());
        link(replacement);

        assertFalse(renew(former, renewed(former, LATER)));
        assertEquals(Optional.of(replacement), store().find(former.key()));
    }

    @Test
    @Tag("R6")
    default void a_renewal_does_not_restore_an_unlinked_account() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        unlink(account);

        assertFalse(renew(account, renewed(account, LATER)));
        assertEquals(Optional.empty(), store().find(account.key()));
    }

    @Test
    default void a_renewal_to_any_version_but_the_next_is_rejected() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account next = renewed(account, LATER);

        for (Account wrong : List.of(account, renewed(next, LATER), account(account.key()))) {
            assertThrows(IllegalArgumentException.class, () -> renew(account, wrong));
        }
        assertEquals(Optional.of(account), store().find(account.key()));
    }

    @Test
    default void an_unlinked_account_is_not_found() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account other = account(key(ALICE, GOOGLE, "home"));
        link(account);
        link(other);

        assertTrue(unlink(account));

        assertEquals(Optional.empty(), store().find(account.key()));
        assertEquals(Optional.empty(), store().findMetadata(account.key()));
        assertEquals(List.of(other.metadata()), Listing.all(store(), ALICE));
    }

    @Test
    default void a_missing_account_cannot_be_unlinked_or_renewed() {
        Account account = account(key(ALICE, GOOGLE, "work"));

        assertFalse(unlink(account));
        assertFalse(renew(account, renewed(account, LATER)));
        assertEquals(List.of(), Listing.all(store(), ALICE));
    }

    @Test
    default void an_unlink_of_an_earlier_generation_does_not_happen() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account renewed = renewed(account, NOW);
        renew(account, renewed);

        assertFalse(unlink(account));
        assertEquals(Optional.of(renewed), store().find(account.key()));
    }

    @Test
    @Tag("R8")
    default void an_unlink_of_an_earlier_link_does_not_change_the_later_one() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        Account replacement = account(former.key());
        link(replacement);

        assertFalse(unlink(former));
        assertEquals(Optional.of(replacement), store().find(former.key()));
    }
}
