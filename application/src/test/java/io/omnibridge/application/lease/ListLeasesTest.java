package io.omnibridge.application.lease;

import static io.omnibridge.application.lease.LeaseSamples.HOUR;
import static io.omnibridge.application.lease.LeaseSamples.id;
import static io.omnibridge.application.lease.LeaseSamples.stored;
import static io.omnibridge.application.lease.LeaseSamples.terms;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListLeasesTest {

    private static final StoredLease LIVE = stored(id(1), NOW.plus(HOUR), Optional.empty());
    private static final StoredLease ENDED = stored(id(2), NOW.plus(HOUR), Optional.of(NOW));

    private final Leases leases = mock();
    private final LeaseSealer sealer = mock();
    private final ListLeases listLeases = new ListLeases(leases, sealer);

    @Test
    void leases_are_listed_as_they_are_stored_with_their_terms() {
        when(leases.list(ALICE)).thenReturn(List.of(LIVE, ENDED));
        when(sealer.open(LIVE)).thenReturn(terms("first"));
        when(sealer.open(ENDED)).thenReturn(terms("second"));

        assertEquals(
                List.of(new Lease(LIVE, terms("first")), new Lease(ENDED, terms("second"))), listLeases.list(ALICE));
    }

    @Test
    void terms_that_do_not_open_fail_the_list() {
        when(leases.list(ALICE)).thenReturn(List.of(LIVE));
        when(sealer.open(LIVE)).thenThrow(new CredentialsUnreadable());

        assertThrows(CredentialsUnreadable.class, () -> listLeases.list(ALICE));
    }
}
