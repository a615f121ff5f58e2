package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What links and unlinks owe and cancel, in one step with them. */
public interface LinkRevocationContract extends VaultContract {

    @Test
    @Tag("O9")
    default void an_unlink_and_what_it_owes_are_one_step() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        PendingRevocation owed = pendingRevocation(account, GRANT);

        assertFalse(unlink(renewed(account, LATER), Optional.of(owed)));
        assertEquals(List.of(), scannedRevocations(10));

        assertTrue(unlink(account, Optional.of(owed)));
        assertEquals(Optional.empty(), store().find(account.key()));
        assertEquals(List.of(owed), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void a_link_cancels_what_would_end_its_grant_and_nothing_else() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        unlink(account, Optional.of(pendingRevocation(account, GRANT)));
        add(pendingRevocation(account, GRANT));
        PendingRevocation ofToken = pendingRevocation(account, TOKEN);
        PendingRevocation ofOther = pendingRevocation(account(key(ALICE, GOOGLE, "work2")), GRANT);
        PendingRevocation ofOtherProvider = pendingRevocation(account(key(ALICE, NOTION, "work")), GRANT);
        PendingRevocation bobs = pendingRevocation(account(key(BOB, GOOGLE, "work")), GRANT);
        List<PendingRevocation> staying = List.of(ofToken, ofOther, ofOtherProvider, bobs);
        staying.forEach(this::add);

        link(account(account.key()));

        assertEquals(staying, scannedRevocations(10));
    }

    @Test
    @Tag("O16")
    default void a_link_that_is_refused_cancels_nothing() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        PendingRevocation owed = pendingRevocation(account, GRANT);
        add(owed);

        link(account, 0);

        assertEquals(List.of(owed), scannedRevocations(10));
    }

    @Test
    default void a_replacement_owes_the_credentials_that_it_replaces_and_no_others() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        assertEquals(List.of(), revocationByLink(account, pendingRevocation(account, TOKEN)));
        Account second = account(account.key());
        PendingRevocation owed = pendingRevocation(account, TOKEN);
        assertEquals(List.of(owed), revocationByLink(second, owed));
        Account third = account(account.key());
        assertEquals(List.of(owed), revocationByLink(third, pendingRevocation(account, TOKEN)));
        assertEquals(List.of(owed), revocationByLink(account(account.key()), pendingRevocation(third, GRANT)));
    }

    @Test
    @Tag("O16")
    default void a_completed_attempt_cancels_and_owes_as_a_link_does() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        PendingRevocation cancelled = pendingRevocation(former, GRANT);
        add(cancelled);
        assertEquals(List.of(), revocationByCompletion(Optional.empty()));
        Account connected = store().find(former.key()).orElseThrow();
        PendingRevocation owed = pendingRevocation(connected, TOKEN);

        assertEquals(List.of(owed), revocationByCompletion(Optional.of(owed)));
    }

    @Test
    @Tag("O16")
    @Tag("D4")
    default void a_link_and_what_would_end_its_grant_never_both_remain() throws Exception {
        for (int round = 0; round < 20; round++) {
            Account account = account(key(ALICE, GOOGLE, "account-" + round));
            PendingRevocation owed = pendingRevocation(account, GRANT);

            Race.of(2, i -> i == 0 ? add(owed) : link(account) instanceof LinkResult.Linked);

            assertEquals(List.of(), scannedRevocations(10));
        }
    }

    private List<PendingRevocation> revocationByLink(Account account, PendingRevocation owed) {
        store().link(account, QUOTA, Optional.of(owed), action(AuditedAction.Kind.LINK, account.key()));
        return scannedRevocations(10);
    }

    private List<PendingRevocation> revocationByCompletion(Optional<PendingRevocation> owed) {
        Account account = account(key(ALICE, GOOGLE, "work"), LinkedBy.CONNECT, NOW);
        complete(exchangingOf(ALICE), account, QUOTA, owed);
        return scannedRevocations(10);
    }
}
