package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every change appends one event, and every refusal is counted; a write that did not happen appends none. */
@Tag("U2")
public interface AuditLoggingContract extends StoreContract {

    @Test
    default void every_change_leaves_one_event() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account replacement = account(account.key());
        Account renewed = renewed(replacement, LATER);

        link(account);
        link(replacement);
        renew(replacement, renewed);
        unlink(renewed);

        assertEquals(
                List.of(AuditOutcome.UNLINKED, AuditOutcome.RENEWED, AuditOutcome.REPLACED, AuditOutcome.LINKED),
                outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    default void an_event_contains_the_requested_action() {
        AuditedAction action = action(ActionKind.LINK, key(ALICE, GOOGLE, "work"));
        store().link(account(key(ALICE, GOOGLE, "work")), 1, Optional.empty(), action);

        assertEquals(
                List.of(action.withOutcome(AuditOutcome.LINKED)),
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10).events());
    }

    @Test
    @Tag("A23")
    default void every_refusal_is_counted_and_leaves_no_event() {
        link(account(key(ALICE, GOOGLE, "work"), LinkedBy.CONNECT, NOW));

        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(ALICE, GOOGLE, "home")), 1);
        link(account(key(ALICE, GOOGLE, "home")), 1);

        assertEquals(List.of("QUOTA_EXCEEDED 2", "ACCOUNT_CONNECTED 1"), sorted(refusals(ALICE)));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(List.of(), refusals(BOB));
    }

    private static List<String> sorted(List<String> refusals) {
        return refusals.stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Test
    default void a_write_that_did_not_happen_leaves_no_event() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        Account replacement = account(former.key());
        link(former);
        link(replacement);

        unlink(former);
        renew(former, renewed(former, LATER));
        assertThrows(IllegalArgumentException.class, () -> renew(replacement, former));

        assertEquals(List.of(AuditOutcome.REPLACED, AuditOutcome.LINKED), outcomes(ALICE));
    }
}
