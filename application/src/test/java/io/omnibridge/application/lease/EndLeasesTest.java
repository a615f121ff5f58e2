package io.omnibridge.application.lease;

import static io.omnibridge.application.lease.LeaseSamples.CLOCK;
import static io.omnibridge.application.lease.LeaseSamples.HOUR;
import static io.omnibridge.application.lease.LeaseSamples.id;
import static io.omnibridge.application.lease.LeaseSamples.stored;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class EndLeasesTest {

    private final Leases leases = mock();
    private final EndLeases endLeases = new EndLeases(leases, CLOCK);

    @BeforeEach
    void alice_has_two_live_leases_an_ended_one_and_an_expired_one() {
        when(leases.list(ALICE))
                .thenReturn(List.of(
                        stored(id(1), NOW.plus(HOUR), Optional.empty()),
                        stored(id(2), NOW.plus(HOUR), Optional.empty()),
                        stored(id(3), NOW.plus(HOUR), Optional.of(NOW)),
                        stored(id(4), NOW, Optional.empty())));
    }

    @Test
    void live_leases_are_ended_and_counted_and_others_left() {
        when(leases.end(eq(ALICE), eq(id(1)), any())).thenReturn(true);
        when(leases.end(eq(ALICE), eq(id(2)), any())).thenReturn(true);

        assertEquals(2, endLeases.end(ALICE));
        verify(leases, never()).end(any(), eq(id(3)), any());
        verify(leases, never()).end(any(), eq(id(4)), any());
    }

    @Test
    void a_lease_that_its_owner_ended_meanwhile_is_not_counted() {
        when(leases.end(eq(ALICE), eq(id(1)), any())).thenReturn(true);

        assertEquals(1, endLeases.end(ALICE));
    }

    @Test
    void the_action_says_that_the_operator_acted() {
        endLeases.end(ALICE);

        ArgumentCaptor<AuditedAction> action = ArgumentCaptor.forClass(AuditedAction.class);
        verify(leases).end(eq(ALICE), eq(id(1)), action.capture());
        assertEquals(new Actor.Operator("leases_end"), action.getValue().actor());
        assertEquals(ActionKind.END_LEASE, action.getValue().kind());
        assertEquals(Optional.of(id(1)), action.getValue().lease());
    }
}
