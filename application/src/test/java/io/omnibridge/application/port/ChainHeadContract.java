package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} with an audit chain must do. */
@Tag("D3")
@Tag("U3")
public interface ChainHeadContract extends StoreContract {

    @Test
    default void every_event_changes_the_head_and_no_refusal_does() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account renewed = renewed(account, LATER);
        List<ChainHead> heads = new ArrayList<>();

        link(account);
        heads.add(head(ALICE));
        link(account(key(ALICE, GOOGLE, "home")), 1);
        heads.add(head(ALICE));
        renew(account, renewed);
        heads.add(head(ALICE));
        unlink(renewed);
        heads.add(head(ALICE));
        auditLog().append(action(ActionKind.UNLINK, account.key()).withOutcome(AuditOutcome.NOT_FOUND));
        heads.add(head(ALICE));

        assertEquals(
                List.of(1L, 1L, 2L, 3L, 4L),
                heads.stream().map(ChainHead::count).toList());
        assertEquals(4, new HashSet<>(heads.stream().map(ChainHead::mac).toList()).size());
    }

    @Test
    default void reading_does_not_change_the_head() {
        link(account(key(ALICE, GOOGLE, "work")));
        ChainHead head = head(ALICE);

        Listing.all(store(), ALICE);
        store().find(key(ALICE, GOOGLE, "work"));

        assertEquals(head, head(ALICE));
    }

    @Test
    default void every_page_has_the_head_of_the_whole_audit_log() {
        for (int i = 0; i < 5; i++) {
            link(account(key(ALICE, GOOGLE, "account-" + i)));
        }
        ChainHead head = head(ALICE);
        assertEquals(5, head.count());

        for (long before : new long[] {AuditPage.FROM_NEWEST, 6, 4, 2, 1, 0, -1, Long.MIN_VALUE}) {
            assertEquals(Optional.of(head), auditLog().list(ALICE, before, 2).head());
        }
    }

    @Test
    @Tag("Z1")
    default void each_user_has_a_head_of_their_own() {
        link(account(key(ALICE, GOOGLE, "work")));
        ChainHead alices = head(ALICE);
        link(account(key(BOB, GOOGLE, "work")));

        assertEquals(alices, head(ALICE));
        assertEquals(1, head(BOB).count());
        assertNotEquals(alices, head(BOB));
    }

    private ChainHead head(UserId user) {
        return auditLog().list(user, AuditPage.FROM_NEWEST, 1).head().orElseThrow();
    }
}
