package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refusals are counted beside the audit log, which they neither lengthen nor push anything out of. */
@Tag("A23")
@Tag("U2")
public interface RefusalContract extends StoreContract {

    @Test
    default void a_thousand_refusals_leave_every_change_in_the_audit_log() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        unlink(account);
        AuditPage before = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10);

        IntStream.range(0, 1_000).forEach(i -> auditLog().countRefusal(refused(ALICE, NOW, "request-" + i)));

        assertEquals(before, auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10));
        assertEquals(List.of("NOT_FOUND 1000"), refusals(ALICE));
    }

    @Test
    default void a_count_tells_the_first_and_the_last_refusal_and_no_account() {
        auditLog().countRefusal(refused(ALICE, NOW, "first"));
        auditLog().countRefusal(refused(ALICE, LATER, "last"));

        AuditEvent last = AuditedAction.of(ActionKind.UNLINK, caller(ALICE), new RequestId("last"), LATER)
                .withOutcome(AuditOutcome.NOT_FOUND);
        assertEquals(List.of(new RefusalCount(last, 2, NOW)), auditLog().refusals(ALICE));
    }

    @Test
    default void each_kind_and_each_reason_has_a_count_the_last_first() {
        Caller nameless = new Caller(ALICE, Optional.empty(), Set.of());
        auditLog().countRefusal(refused(ALICE, NOW, "unlink"));
        auditLog()
                .countRefusal(AuditedAction.of(ActionKind.READ_AUDIT, nameless, Samples.REQUEST, LATER)
                        .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));

        assertEquals(List.of("INSUFFICIENT_SCOPE 1", "NOT_FOUND 1"), refusals(ALICE));
        assertEquals(
                Optional.empty(),
                auditLog().refusals(ALICE).get(0).last().action().client());
    }

    @Test
    @Tag("Z1")
    default void each_user_sees_their_own_refusals_only() {
        auditLog().countRefusal(refused(BOB, NOW, "bobs"));

        assertEquals(List.of(), auditLog().refusals(ALICE));
        assertEquals(List.of("NOT_FOUND 1"), refusals(BOB));
    }

    @Test
    @Tag("D4")
    default void no_refusal_is_lost_under_concurrency() throws Exception {
        Race.of(8, i -> {
            auditLog().countRefusal(refused(ALICE, NOW, "request-" + i));
            return i;
        });

        assertEquals(List.of("NOT_FOUND 8"), refusals(ALICE));
    }

    private static AuditEvent refused(UserId user, Instant at, String request) {
        return AuditedAction.on(key(user, GOOGLE, "guess"), ActionKind.UNLINK, caller(user), new RequestId(request), at)
                .withOutcome(AuditOutcome.NOT_FOUND);
    }
}
