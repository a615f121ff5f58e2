package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.domain.connect.AttemptFailure.WRONG_ISSUER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} must do. */
@Tag("D3")
@Tag("U2")
public interface AuditLogContract extends StoreContract {

    @Test
    default void a_user_without_events_has_one_empty_page() {
        append(BOB, 1);

        AuditPage page = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10);

        assertEquals(new AuditPage(List.of(), OptionalLong.empty(), Optional.empty()), page);
    }

    @Test
    default void events_are_listed_newest_first_and_complete() {
        List<AuditEvent> appended = append(ALICE, 3);

        AuditPage page = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 3);

        assertEquals(appended, page.events());
        assertEquals(OptionalLong.empty(), page.next());
    }

    @Test
    default void events_without_account_and_client_are_kept() {
        AuditEvent event = AuditedAction.of(
                        ActionKind.READ_AUDIT, new Caller(ALICE, Optional.empty(), Set.of()), Samples.REQUEST, NOW)
                .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE);
        auditLog().append(event);

        assertEquals(
                List.of(event), auditLog().list(ALICE, AuditPage.FROM_NEWEST, 1).events());
    }

    @Test
    @Tag("S21")
    default void who_acted_and_on_which_attempt_is_kept() {
        AuditedAction connect = AuditedAction.of(ActionKind.CONNECT, caller(ALICE), Samples.REQUEST, NOW);
        ConnectAttempt attempt = Samples.attempt(ALICE, NOW);
        List<AuditEvent> events = Stream.of(
                        new Actor.User(Optional.empty()),
                        new Actor.User(caller(ALICE).client()),
                        new Actor.Browser(),
                        new Actor.Service("refresh"),
                        new Actor.Operator("users_erase"))
                .flatMap(actor ->
                        Stream.of(by(actor, connect.on(attempt)), by(actor, connect.on(attempt.failed(WRONG_ISSUER)))))
                .map(action -> action.withOutcome(AuditOutcome.FAILED))
                .toList();
        events.forEach(auditLog()::append);

        List<AuditEvent> read = new ArrayList<>(
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, events.size()).events());
        Collections.reverse(read);
        assertEquals(events, read);
    }

    private static AuditedAction by(Actor actor, AuditedAction action) {
        return new AuditedAction(
                action.kind(),
                action.at(),
                action.user(),
                actor,
                action.account(),
                action.attempt(),
                action.requestId());
    }

    @Test
    default void pages_have_no_gap_and_no_overlap() {
        List<AuditEvent> appended = append(ALICE, 7);
        List<AuditEvent> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        OptionalLong before = OptionalLong.of(AuditPage.FROM_NEWEST);
        while (before.isPresent()) {
            AuditPage page = auditLog().list(ALICE, before.getAsLong(), 3);
            read.addAll(page.events());
            sizes.add(page.events().size());
            before = page.next();
        }

        assertEquals(appended, read);
        assertEquals(List.of(3, 3, 1), sizes);
    }

    @Test
    default void a_page_that_ends_at_the_oldest_event_is_the_last() {
        append(ALICE, 4);
        OptionalLong second = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 2).next();

        AuditPage last = auditLog().list(ALICE, second.orElseThrow(), 2);

        assertEquals(2, last.events().size());
        assertEquals(OptionalLong.empty(), last.next());
    }

    @Test
    default void later_events_do_not_shift_older_pages() {
        List<AuditEvent> appended = append(ALICE, 4);
        OptionalLong second = auditLog().list(ALICE, AuditPage.FROM_NEWEST, 2).next();

        append(ALICE, 5);
        link(account(key(ALICE, GOOGLE, "work")));

        assertEquals(
                appended.subList(2, 4),
                auditLog().list(ALICE, second.orElseThrow(), 10).events());
    }

    @Test
    @Tag("Z1")
    default void each_user_sees_only_their_own_events() {
        List<AuditEvent> alices = append(ALICE, 2);
        List<AuditEvent> bobs = append(BOB, 3);

        assertEquals(alices, auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10).events());
        assertEquals(bobs, auditLog().list(BOB, AuditPage.FROM_NEWEST, 10).events());
    }

    @Test
    default void positions_outside_the_audit_log_give_an_empty_page() {
        append(ALICE, 2);

        for (long before : new long[] {Long.MIN_VALUE, -1, 0}) {
            AuditPage page = auditLog().list(ALICE, before, 1);

            assertEquals(List.of(), page.events());
            assertEquals(OptionalLong.empty(), page.next());
        }
    }

    /** Appends {@code count} different events, and returns them newest first. */
    private List<AuditEvent> append(UserId user, int count) {
        List<AuditEvent> events = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> AuditedAction.on(
                                key(user, GOOGLE, "account-" + i),
                                ActionKind.UNLINK,
                                caller(user),
                                new RequestId("request-" + i),
                                NOW.plusSeconds(i))
                        .withOutcome(AuditOutcome.NOT_FOUND))
                .toList());
        events.forEach(auditLog()::append);
        Collections.reverse(events);
        return events;
    }
}
