package io.omnibridge.application.lease;

import static io.omnibridge.application.lease.LeaseSamples.CLOCK;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

@Tag("N1")
class MakeLeaseTest {

    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final RequestedLease REQUESTED = new RequestedLease(
            "agent", Optional.empty(), Optional.empty(), Set.of(UseKind.API), Duration.ofMinutes(10), 5);

    private final Leases leases = mock();
    private final LeaseSealer sealer = mock();
    private final TokenStore store = mock();
    private final SignOuts signOuts = mock();
    private final MakeLease makeLease =
            new MakeLease(leases, signOuts, sealer, new LeasedAccounts(store), CLOCK, new SecureRandom());

    @BeforeEach
    void alice_has_one_account() {
        when(store.keys(ALICE)).thenReturn(List.of(WORK));
        when(sealer.seal(any(), any())).thenReturn(new SealedLease(new byte[] {7}));
        when(sealer.text(any())).thenReturn("obl_secret");
        when(leases.add(any(), anyInt(), any())).thenReturn(true);
    }

    private MakeLeaseResult make() {
        return makeLease.make(caller(ALICE, Permission.MANAGE_LEASES), REQUEST, REQUESTED);
    }

    private LeaseToken sealedToken(LeaseTerms terms) {
        ArgumentCaptor<LeaseToken> token = ArgumentCaptor.forClass(LeaseToken.class);
        verify(sealer).seal(org.mockito.ArgumentMatchers.eq(terms), token.capture());
        return token.getValue();
    }

    @Test
    void the_store_receives_sealed_terms_and_the_caller_the_token() {
        MakeLeaseResult.Made made = assertInstanceOf(MakeLeaseResult.Made.class, make());

        Instant expiry = NOW.plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        LeaseTerms terms = new LeaseTerms("agent", Optional.empty(), List.of(WORK), Set.of(UseKind.API), expiry, 5);
        assertEquals(terms, made.lease().terms());
        assertEquals("obl_secret", made.token());
        assertFalse(made.toString().contains("obl_secret"));
        LeaseToken token = sealedToken(terms);
        assertEquals(ALICE, token.user());
        assertEquals(expiry, token.expiresAt());
        verify(leases)
                .add(
                        new StoredLease(
                                token.id(), ALICE, expiry, made.lease().stored().sealed(), 0, Optional.empty()),
                        MakeLease.MAX_LIVE,
                        AuditedAction.of(ActionKind.BEGIN_LEASE, caller(ALICE, Permission.MANAGE_LEASES), REQUEST, NOW)
                                .on(token.id()));
    }

    @Test
    void no_two_leases_share_an_id() {
        MakeLeaseResult.Made first = (MakeLeaseResult.Made) make();
        MakeLeaseResult.Made second = (MakeLeaseResult.Made) make();

        assertNotEquals(first.lease().id(), second.lease().id());
    }

    @Test
    void more_than_the_maximum_of_live_leases_are_refused() {
        when(leases.add(any(), anyInt(), any())).thenReturn(false);

        assertEquals(new MakeLeaseResult.TooMany(100), make());
    }

    @Test
    @Tag("W1")
    void a_lease_for_a_token_from_before_the_last_sign_out_ends_at_once() {
        Caller before = new Caller(ALICE, Optional.empty(), Set.of(), Optional.of(NOW.minusMillis(1)));
        when(signOuts.lastOf(ALICE)).thenReturn(Optional.of(NOW.minusMillis(1)));

        assertEquals(new MakeLeaseResult.SignedOut(), makeLease.make(before, REQUEST, REQUESTED));
        assertEquals(new MakeLeaseResult.SignedOut(), make());

        InOrder order = inOrder(leases, signOuts);
        order.verify(leases).add(any(), anyInt(), any());
        order.verify(signOuts).lastOf(ALICE);
        order.verify(leases).end(eq(ALICE), any(), any());
    }

    @Test
    @Tag("W1")
    void a_token_from_after_the_last_sign_out_makes_a_lease() {
        Caller after = new Caller(ALICE, Optional.empty(), Set.of(), Optional.of(NOW));
        when(signOuts.lastOf(ALICE)).thenReturn(Optional.of(NOW.minusMillis(1)));

        assertInstanceOf(MakeLeaseResult.Made.class, makeLease.make(after, REQUEST, REQUESTED));

        verify(leases, never()).end(any(), any(), any());
    }

    @Test
    void a_user_without_accounts_gets_no_lease() {
        when(store.keys(ALICE)).thenReturn(List.of());

        assertEquals(new MakeLeaseResult.ChooseAccounts(true), make());
        verifyNoInteractions(leases, sealer);
    }
}
