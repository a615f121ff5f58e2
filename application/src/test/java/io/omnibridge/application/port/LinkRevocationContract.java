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
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links and unlinks add and cancel pending revocations in the same write. */
public interface LinkRevocationContract extends VaultContract {

    @Test
    @Tag("O9")
    default void an_unlink_and_its_revocation_are_one_write() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        PendingRevocation revocation = pendingRevocation(account, GRANT);

        assertFalse(unlink(renewed(account, LATER), Optional.of(revocation)));
        assertEquals(List.of(), scannedRevocations(10));

        assertTrue(unlink(account, Optional.of(revocation)));
        assertEquals(Optional.empty(), store().find(account.key()));
        assertEquals(List.of(revocation), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void a_link_cancels_only_revocations_that_would_end_its_grant() {
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
    @Tag("R21")
    default void a_link_cancels_revocations_that_could_end_its_grant_since_their_account_is_unknown() {
        String unknown = ProviderAccountId.UNKNOWN.value();
        PendingRevocation ofUnknown = pendingRevocation(account(key(ALICE, GOOGLE, unknown)), GRANT);
        PendingRevocation ofToken = pendingRevocation(account(key(ALICE, GOOGLE, unknown)), TOKEN);
        PendingRevocation ofOtherProvider = pendingRevocation(account(key(ALICE, NOTION, unknown)), GRANT);
        PendingRevocation bobs = pendingRevocation(account(key(BOB, GOOGLE, unknown)), GRANT);
        List.of(ofUnknown, ofToken, ofOtherProvider, bobs).forEach(this::add);

        link(account(key(ALICE, GOOGLE, "work")));

        assertEquals(Set.of(ofToken, ofOtherProvider, bobs), Set.copyOf(scannedRevocations(10)));
    }

    @Test
    @Tag("O16")
    default void a_refused_link_cancels_nothing() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        PendingRevocation revocation = pendingRevocation(account, GRANT);
        add(revocation);

        link(account, 0);

        assertEquals(List.of(revocation), scannedRevocations(10));
    }

    @Test
    default void a_replacement_queues_the_revocation_of_the_replaced_credentials() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        assertEquals(List.of(), revocationByLink(account, pendingRevocation(account, TOKEN)));
        Account second = account(account.key());
        PendingRevocation revocation = pendingRevocation(account, TOKEN);
        assertEquals(List.of(revocation), revocationByLink(second, revocation));
        Account third = account(account.key());
        assertEquals(List.of(revocation), revocationByLink(third, pendingRevocation(account, TOKEN)));
        assertEquals(List.of(revocation), revocationByLink(account(account.key()), pendingRevocation(third, GRANT)));
    }

    @Test
    @Tag("O16")
    default void a_completed_attempt_cancels_and_queues_like_a_link() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        PendingRevocation cancelled = pendingRevocation(former, GRANT);
        add(cancelled);
        assertEquals(List.of(), revocationByCompletion(Optional.empty()));
        Account connected = store().find(former.key()).orElseThrow();
        PendingRevocation revocation = pendingRevocation(connected, TOKEN);

        assertEquals(List.of(revocation), revocationByCompletion(Optional.of(revocation)));
    }

    @Test
    @Tag("O16")
    @Tag("D4")
    default void a_link_never_coexists_with_a_revocation_that_would_end_it() throws Exception {
        for (int round = 0; round < 20; round++) {
            Account account = account(key(ALICE, GOOGLE, "account-" + round));
            PendingRevocation revocation = pendingRevocation(account, GRANT);

            Race.of(2, i -> i == 0 ? add(revocation) : link(account) instanceof LinkResult.Linked);

            assertEquals(List.of(), scannedRevocations(10));
        }
    }

    private List<PendingRevocation> revocationByLink(Account account, PendingRevocation revocation) {
        store().link(account, QUOTA, Optional.of(revocation), action(ActionKind.LINK, account.key()));
        return scannedRevocations(10);
    }

    private List<PendingRevocation> revocationByCompletion(Optional<PendingRevocation> revocation) {
        Account account = account(key(ALICE, GOOGLE, "work"), LinkedBy.CONNECT, NOW);
        complete(exchangingOf(ALICE), account, QUOTA, revocation);
        return scannedRevocations(10);
    }
}
