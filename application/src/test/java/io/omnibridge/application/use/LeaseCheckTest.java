package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.use.UseFixture.JWT;
import static io.omnibridge.application.use.UseFixture.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
class LeaseCheckTest {

    private static final LeaseId ID = new LeaseId("2".repeat(32));
    private static final Instant EXPIRY = NOW.plusSeconds(3_600);
    private static final LeaseTerms TERMS = terms(KEY, UseKind.API, Optional.of(Set.of(Source.GMAIL)));

    private final UseFixture fixture = new UseFixture();

    private static LeaseTerms terms(AccountKey account, UseKind kind, Optional<Set<Source>> sources) {
        return new LeaseTerms("agent", sources, List.of(account), EnumSet.of(kind), EXPIRY, 3);
    }

    private static StoredLease stored(long used, Optional<Instant> endedAt) {
        return new StoredLease(ID, ALICE, EXPIRY, new SealedLease(new byte[] {1}), used, endedAt);
    }

    private UseResult read(Instant expiry) {
        LeaseToken token = new LeaseToken(ALICE, ID, expiry, new Secret("s".repeat(43)));
        return fixture.read(new DataCaller(caller(ALICE, Permission.READ_DATA), Optional.of(token)));
    }

    private void lease(StoredLease stored, LeaseTerms terms) {
        when(fixture.leases.find(ALICE, ID)).thenReturn(Optional.of(stored));
        when(fixture.leaseSealer.open(any(), any())).thenReturn(Optional.of(terms));
    }

    @Test
    void a_use_within_the_terms_counts_on_the_lease() {
        lease(stored(2, Optional.empty()), TERMS);

        assertInstanceOf(UseResult.Responded.class, read(EXPIRY));
        verify(fixture.useLog).append(any(), eq(Optional.of(new LeaseCount(ID, 3))));
        assertEquals(Optional.of(ID), fixture.receipts.get(0).use().lease());
    }

    @Test
    void a_token_that_has_expired_costs_no_call_of_the_store() {
        assertOver(LeaseEnd.EXPIRY, Optional.of(NOW), NOW);
        verifyNoInteractions(fixture.leases);
    }

    @Test
    void a_lease_that_was_ended_removed_or_used_up_opens_nothing() {
        assertOver(LeaseEnd.OWNER, Optional.empty(), EXPIRY);

        lease(stored(0, Optional.of(NOW)), TERMS);
        assertOver(LeaseEnd.OWNER, Optional.of(NOW), EXPIRY);

        lease(stored(3, Optional.empty()), TERMS);
        assertOver(LeaseEnd.USES, Optional.empty(), EXPIRY);
    }

    @Test
    void a_token_of_another_lease_opens_nothing() {
        lease(stored(0, Optional.empty()), TERMS);
        when(fixture.leaseSealer.open(any(), any())).thenReturn(Optional.empty());

        assertOver(LeaseEnd.OWNER, Optional.empty(), EXPIRY);
    }

    @Test
    void the_expiry_of_the_sealed_terms_decides() {
        LeaseTerms over = new LeaseTerms("agent", Optional.empty(), List.of(KEY), EnumSet.of(UseKind.API), NOW, 3);
        lease(stored(0, Optional.empty()), over);

        assertOver(LeaseEnd.EXPIRY, Optional.of(NOW), EXPIRY);
    }

    @Test
    void another_account_kind_or_source_is_outside_of_the_lease() {
        assertOutside(LeaseRestriction.ACCOUNT, terms(key(ALICE, GOOGLE, "home"), UseKind.API, Optional.empty()));
        assertOutside(LeaseRestriction.KIND, terms(KEY, UseKind.SEARCH, Optional.empty()));
        assertOutside(LeaseRestriction.SOURCE, terms(KEY, UseKind.API, Optional.of(Set.of(Source.DRIVE))));
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    void a_race_for_the_last_use_is_decided_by_the_store() {
        lease(stored(2, Optional.empty()), TERMS);
        doReturn(new AppendResult.LeaseOver(LeaseEnd.USES)).when(fixture.useLog).append(any(), any());

        assertOver(LeaseEnd.USES, Optional.empty(), EXPIRY);
    }

    @Test
    void where_leases_are_required_a_jwt_opens_nothing() {
        fixture.mode = LeaseMode.REQUIRED;

        assertEquals(new UseResult.Refused(new UseRefusal.LeaseRequired()), fixture.read(JWT));
    }

    private void assertOutside(LeaseRestriction term, LeaseTerms terms) {
        lease(stored(0, Optional.empty()), terms);
        assertEquals(new UseResult.Refused(new UseRefusal.OutsideLease(term)), read(EXPIRY));
    }

    private void assertOver(LeaseEnd by, Optional<Instant> at, Instant expiry) {
        assertEquals(new UseResult.Refused(new UseRefusal.LeaseOver(by, at)), read(expiry));
    }
}
