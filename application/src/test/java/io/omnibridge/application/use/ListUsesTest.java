package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.use.UseFixture.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U4")
class ListUsesTest {

    private static final Caller CALLER = caller(ALICE, Permission.READ_AUDIT);
    private static final LeaseId FIRST = new LeaseId("1".repeat(32));
    private static final LeaseId SECOND = new LeaseId("2".repeat(32));

    private final UseLog useLog = mock();
    private final Leases leases = mock();
    private final LeaseSealer sealer = mock();
    private final ListUses listUses = new ListUses(useLog, leases, sealer);

    private static UseReceipt receipt(Optional<LeaseId> lease) {
        return new Use(
                        UseKind.API,
                        UseVia.HTTP,
                        NOW,
                        ALICE,
                        Optional.empty(),
                        lease,
                        List.of(new UseTarget(KEY, Optional.empty())),
                        REQUEST)
                .used();
    }

    private UsePage page(LeaseId... used) {
        UsePage page = new UsePage(
                Stream.concat(Stream.of(used).map(Optional::of), Stream.of(Optional.<LeaseId>empty()))
                        .map(ListUsesTest::receipt)
                        .toList(),
                OptionalLong.of(3),
                Optional.empty());
        when(useLog.list(ALICE, 9, 50)).thenReturn(page);
        return page;
    }

    private StoredLease lease(LeaseId id) {
        return new StoredLease(id, ALICE, NOW.plusSeconds(60), new SealedLease(new byte[] {1}), 0, Optional.empty());
    }

    private static LeaseTerms terms(String label) {
        return new LeaseTerms(label, Optional.empty(), List.of(KEY), Set.of(UseKind.API), NOW.plusSeconds(60), 1);
    }

    @Test
    void the_leases_of_the_page_have_their_labels_and_removed_ones_none() {
        UsePage page = page(FIRST, SECOND);
        StoredLease first = lease(FIRST);
        when(leases.list(ALICE)).thenReturn(List.of(first, lease(new LeaseId("3".repeat(32)))));
        when(sealer.open(first)).thenReturn(terms("mail agent"));

        assertEquals(new LabelledUses(page, Map.of(FIRST, "mail agent")), listUses.list(CALLER, 9, 50));
    }

    @Test
    void a_page_without_leases_asks_for_none() {
        UsePage page = page();

        assertEquals(new LabelledUses(page, Map.of()), listUses.list(CALLER, 9, 50));
        verifyNoInteractions(leases, sealer);
    }

    @Test
    void receipts_are_shown_though_the_label_of_a_lease_does_not_open() {
        UsePage page = page(FIRST, SECOND);
        StoredLease first = lease(FIRST);
        StoredLease second = lease(SECOND);
        when(leases.list(ALICE)).thenReturn(List.of(first, second));
        when(sealer.open(first)).thenThrow(new CredentialsUnreadable());
        when(sealer.open(second)).thenReturn(terms("reader"));

        assertEquals(new LabelledUses(page, Map.of(SECOND, "reader")), listUses.list(CALLER, 9, 50));
    }
}
