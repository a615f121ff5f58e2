package io.omnibridge.application.session;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.lease.EndLeases;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;

@Tag("W1")
class SignOutUserTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Actor OPERATOR = new Actor.Operator("users_sign_out");

    private final SignOuts signOuts = mock();
    private final Leases leases = mock();
    private final SignOutUser signOutUser = new SignOutUser(signOuts, new EndLeases(leases, CLOCK), CLOCK);

    static List<Actor> actors() {
        return List.of(new Actor.User(Optional.empty()), OPERATOR, new Actor.Service("back_channel_logout"));
    }

    private static AuditedAction action(ActionKind kind, Actor actor) {
        return new AuditedAction(kind, NOW, ALICE, actor, Optional.empty(), Optional.empty(), REQUEST);
    }

    @ParameterizedTest
    @MethodSource("actors")
    void the_leases_end_before_the_sign_out_is_recorded_and_those_made_meanwhile_afterwards(Actor actor) {
        StoredLease before = UseSamples.lease(ALICE, NOW.plusSeconds(1));
        StoredLease meanwhile = UseSamples.lease(ALICE, NOW.plusSeconds(2));
        AuditedAction first = action(ActionKind.END_LEASE, actor).on(before.id());
        AuditedAction second = action(ActionKind.END_LEASE, actor).on(meanwhile.id());
        when(leases.list(ALICE))
                .thenReturn(List.of(before, UseSamples.lease(ALICE, NOW)))
                .thenReturn(List.of(meanwhile));
        when(leases.end(ALICE, before.id(), first)).thenReturn(true);
        when(leases.end(ALICE, meanwhile.id(), second)).thenReturn(true);

        assertEquals(2, signOutUser.signOut(ALICE, actor, REQUEST));

        InOrder order = inOrder(signOuts, leases);
        order.verify(leases).end(ALICE, before.id(), first);
        order.verify(signOuts).signOut(ALICE, action(ActionKind.SIGN_OUT, actor));
        order.verify(leases).end(ALICE, meanwhile.id(), second);
    }

    /** The session goes on, so that the user can sign out again. */
    @Test
    void a_store_that_fails_while_the_leases_end_is_no_sign_out() {
        doThrow(new StoreUnavailable("down")).when(leases).list(any());

        assertThrows(StoreUnavailable.class, () -> signOutUser.signOut(ALICE, OPERATOR, REQUEST));

        verifyNoInteractions(signOuts);
    }
}
