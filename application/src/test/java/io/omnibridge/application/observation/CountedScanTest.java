package io.omnibridge.application.observation;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OP3")
class CountedScanTest {

    private static final ScanCursor SECOND = new ScanCursor("2");
    private static final RefreshState ENDED = new RefreshState.Ended(RefreshEndReason.REVOKED, NOW);

    private final AccountScan scan = mock();
    private final Clock clock = mock();
    private Instant now = NOW;
    private final CountedScan counted = new CountedScan(scan, clock);

    private void pages(List<Account> first, List<Account> second) {
        when(clock.instant()).thenAnswer(call -> now);
        when(scan.accounts(eq(ScanCursor.START), anyInt())).thenReturn(new ScanPage<>(first, 0, Optional.of(SECOND)));
        when(scan.accounts(eq(SECOND), anyInt())).thenReturn(new ScanPage<>(second, 0, Optional.empty()));
    }

    private OptionalLong count(ProviderId provider, AccountStatus status) {
        return counted.accounts(provider::equals, status);
    }

    @Test
    void a_complete_pass_is_counted_by_provider_and_status_and_has_an_age() {
        Account ended = account(key(ALICE, GOOGLE, "ended")).withRefresh(ENDED);
        pages(
                List.of(account(key(ALICE, GOOGLE, "1")), account(key(ALICE, NOTION, "1"))),
                List.of(account(key(ALICE, GOOGLE, "2")), ended));

        counted.accounts(ScanCursor.START, 2);
        assertEquals(OptionalLong.empty(), count(GOOGLE, AccountStatus.ACTIVE));
        assertEquals(Optional.empty(), counted.ageOfAccounts());

        counted.accounts(SECOND, 2);
        now = NOW.plusSeconds(5);
        assertEquals(OptionalLong.of(2), count(GOOGLE, AccountStatus.ACTIVE));
        assertEquals(OptionalLong.of(1), count(GOOGLE, AccountStatus.NEEDS_RECONNECT));
        assertEquals(OptionalLong.of(1), count(NOTION, AccountStatus.ACTIVE));
        assertEquals(OptionalLong.of(0), count(NOTION, AccountStatus.NEEDS_RECONNECT));
        assertEquals(Optional.of(Duration.ofSeconds(5)), counted.ageOfAccounts());
    }

    @Test
    void passes_side_by_side_do_not_mix() {
        pages(List.of(account(key(ALICE, GOOGLE, "1"))), List.of(account(key(ALICE, GOOGLE, "2"))));

        counted.accounts(ScanCursor.START, 1);
        counted.accounts(ScanCursor.START, 1);
        counted.accounts(SECOND, 1);
        counted.accounts(SECOND, 1);

        assertEquals(OptionalLong.of(2), count(GOOGLE, AccountStatus.ACTIVE));
    }

    @Test
    void a_pass_that_begins_in_the_middle_is_not_counted() {
        pages(List.of(), List.of(account(key(ALICE, GOOGLE, "2"))));

        counted.accounts(SECOND, 1);

        assertEquals(OptionalLong.empty(), count(GOOGLE, AccountStatus.ACTIVE));
    }

    @Test
    void pending_revocations_are_counted_and_no_reader_of_a_count_asks_the_store() {
        when(clock.instant()).thenReturn(NOW);
        when(scan.pendingRevocations(eq(ScanCursor.START), anyInt()))
                .thenReturn(new ScanPage<>(
                        List.of(pendingRevocation(account(key(ALICE, GOOGLE, "1")), RevocationScope.GRANT)),
                        0,
                        Optional.empty()));
        counted.pendingRevocations(ScanCursor.START, 10);
        org.mockito.Mockito.reset(scan);

        assertEquals(OptionalLong.of(1), counted.pendingRevocations(GOOGLE::equals));
        assertEquals(OptionalLong.of(0), counted.pendingRevocations(NOTION::equals));
        assertEquals(Optional.of(Duration.ZERO), counted.ageOfPendingRevocations());
        verifyNoInteractions(scan);
    }
}
