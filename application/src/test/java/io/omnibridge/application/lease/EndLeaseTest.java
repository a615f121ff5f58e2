package io.omnibridge.application.lease;

import static io.omnibridge.application.lease.LeaseSamples.CLOCK;
import static io.omnibridge.application.lease.LeaseSamples.HOUR;
import static io.omnibridge.application.lease.LeaseSamples.id;
import static io.omnibridge.application.lease.LeaseSamples.stored;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndLeaseTest {

    private static final Caller CALLER = caller(ALICE, Permission.MANAGE_LEASES);
    private static final AuditedAction ACTION =
            AuditedAction.of(ActionKind.END_LEASE, CALLER, REQUEST, NOW).on(id(1));

    private final Leases leases = mock();
    private final EndLease endLease = new EndLease(leases, CLOCK);

    @Test
    void a_live_lease_of_the_caller_is_ended_and_the_action_names_it() {
        when(leases.end(ALICE, id(1), ACTION)).thenReturn(true);

        assertTrue(endLease.end(CALLER, REQUEST, id(1)));
    }

    @Test
    void an_ended_lease_is_ended_and_an_unknown_one_is_not_there() {
        when(leases.find(ALICE, id(1))).thenReturn(Optional.of(stored(id(1), NOW.plus(HOUR), Optional.of(NOW))));

        assertTrue(endLease.end(CALLER, REQUEST, id(1)));
        assertFalse(endLease.end(CALLER, REQUEST, id(2)));
    }
}
