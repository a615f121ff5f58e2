package io.omnibridge.application.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProviderBreakersTest {

    private static final RefreshPolicy SAFE = RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO);
    private static final RefreshPolicy COSTLY = RefreshPolicy.of(RefreshTokenReuse.KILLS_FAMILY, Duration.ZERO);
    private static final RefreshResult REFUSED = new RefreshResult.NotProcessed(Duration.ZERO, true);
    private static final RefreshResult NOT_SENT = new RefreshResult.NotProcessed(Duration.ZERO, false);
    private static final RefreshResult ACCEPTED = new RefreshResult.InvalidGrant();
    private static final AccountKey A = account("a");
    private static final AccountKey B = account("b");
    private static final AccountKey C = account("c");

    private final List<String> events = new ArrayList<>();
    private long nanos;
    private final ProviderBreakers breakers = new ProviderBreakers(() -> nanos, recorded());

    private static AccountKey account(String id) {
        return new AccountKey(new UserId("alice"), new ProviderId("provider"), new ProviderAccountId(id));
    }

    private RefreshEvents recorded() {
        return new RefreshEvents() {
            @Override
            public void clientRejected(ProviderId provider) {
                events.add("rejected");
            }

            @Override
            public void clientAccepted(ProviderId provider) {
                events.add("accepted");
            }

            @Override
            public void refused(AccountKey account) {}

            @Override
            public void callFailed(ProviderId provider, Class<? extends RuntimeException> failure) {}

            @Override
            public void needsReconnect(AccountKey account, ReconnectCode reason) {}

            @Override
            public void removedUnused(AccountKey account) {}
        };
    }

    private static AccountVersion version(AccountKey account, int link) {
        return AccountVersion.first(new LinkId("%032x".formatted(account.hashCode() * 31L + link)));
    }

    private boolean isAdmitted(AccountKey account) {
        return breakers.admit(account, SAFE).isZero();
    }

    private void report(AccountKey account, RefreshResult result) {
        breakers.report(account, version(account, 0), result);
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Test
    @Tag("D20")
    void refusals_of_one_account_stop_no_other_account() {
        for (int i = 0; i < 100; i++) {
            report(A, REFUSED);
            report(A, NOT_SENT);
            pass(Duration.ofHours(1));
        }

        assertTrue(isAdmitted(B));
        assertTrue(isAdmitted(A));
        assertEquals(List.of(), events);
    }

    @Test
    @Tag("D20")
    void dead_accounts_among_living_ones_are_no_evidence() {
        for (int i = 0; i < 100; i++) {
            report(A, REFUSED);
            report(C, ACCEPTED);
            report(B, REFUSED);
            assertTrue(isAdmitted(C));
        }
        report(A, REFUSED);
        report(B, REFUSED);

        assertTrue(isAdmitted(C));
        assertEquals(List.of(), events);
    }

    @Test
    @Tag("D20")
    @Tag("R9")
    void two_refused_accounts_open_the_breaker() {
        report(A, REFUSED);
        report(B, REFUSED);

        assertFalse(isAdmitted(A));
        assertFalse(isAdmitted(C));
        assertEquals(List.of("rejected"), events);
    }

    @Test
    @Tag("D20")
    void a_trial_call_goes_to_another_account_first() {
        report(A, REFUSED);
        report(B, REFUSED);
        pass(Duration.ofSeconds(31));

        assertFalse(isAdmitted(A));
        assertFalse(isAdmitted(B));
        assertTrue(isAdmitted(C));
        assertFalse(isAdmitted(C));
        report(C, ACCEPTED);
        assertTrue(isAdmitted(A));
        report(A, REFUSED);
        report(B, REFUSED);
        assertTrue(isAdmitted(C));
        assertEquals(List.of("rejected", "accepted"), events);
    }

    @Test
    @Tag("D20")
    void a_client_that_is_known_again_recovers_without_other_accounts() {
        report(A, REFUSED);
        report(B, REFUSED);
        pass(Duration.ofMinutes(21));

        assertTrue(isAdmitted(A));
        report(A, ACCEPTED);
        assertTrue(isAdmitted(B));
    }

    @Test
    @Tag("D20")
    void an_account_that_is_linked_again_is_a_witness_again() {
        report(A, REFUSED);
        report(C, ACCEPTED);
        breakers.report(A, version(A, 1), REFUSED);
        report(B, REFUSED);

        assertFalse(isAdmitted(C));
    }

    @Test
    @Tag("D20")
    @Tag("D21")
    void an_ambiguous_refusal_counts_against_the_account_unless_the_client_is_rejected() {
        RefreshResult ambiguous = new RefreshResult.Refused(true);

        assertEquals(ambiguous, breakers.report(A, version(A, 0), ambiguous));
        assertEquals(REFUSED, breakers.report(B, version(B, 0), ambiguous));
        assertEquals(REFUSED, breakers.report(A, version(A, 0), REFUSED));
        report(C, ACCEPTED);
        assertEquals(ambiguous, breakers.report(A, version(A, 0), REFUSED));
        assertEquals(REFUSED, breakers.report(A, version(A, 1), REFUSED));
    }

    @Test
    @Tag("R12")
    void a_breaker_limits_the_calls_during_an_outage() {
        int sent = 0;
        for (int second = 0; second < 3_600; second++) {
            nanos = second * 1_000_000_000L;
            if (breakers.admit(A, COSTLY).isZero()) {
                report(A, new RefreshResult.OutcomeUnknown());
                sent++;
            }
        }
        pass(Duration.ofMinutes(20));

        assertTrue(sent <= 12, () -> "calls in an hour of outage");
        assertTrue(breakers.admit(A, COSTLY).isZero());
        assertFalse(breakers.admit(A, COSTLY).isZero());
        report(A, ACCEPTED);
        assertTrue(breakers.admit(A, COSTLY).isZero());
        assertTrue(breakers.admit(A, COSTLY).isZero());
    }
}
