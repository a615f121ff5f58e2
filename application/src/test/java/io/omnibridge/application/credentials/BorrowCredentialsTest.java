package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.credentials.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BorrowCredentialsTest {

    private final RefreshFixture fixture = new RefreshFixture();
    private final List<String> used = new ArrayList<>();

    private boolean isRefusedElsewhere = true;

    /** Borrows as often as the API of a provider does that accepts the tokens {@code accepted} alone. */
    private BorrowResult<String> borrow(String... accepted) {
        OpenResult opened = fixture.borrowing().open(Simulation.KEY);
        return fixture.borrowing()
                .borrow(((OpenResult.Opened) opened).account(), Duration.ofSeconds(5), new Call(List.of(accepted)));
    }

    private final class Call implements ApiCall<String> {

        private final List<String> accepted;

        Call(List<String> accepted) {
            this.accepted = accepted;
        }

        @Override
        public ApiCallResult<String> call(Credentials credentials) {
            String token = credentials.accessToken().reveal();
            used.add(token);
            return accepted.contains(token)
                    ? new ApiCallResult.Done<>("found")
                    : new ApiCallResult.Unauthorized<>("unauthorized");
        }

        @Override
        public boolean isRefusedElsewhere(Credentials credentials) {
            return isRefusedElsewhere;
        }
    }

    @Test
    void fresh_credentials_are_lent_without_a_call() {
        fixture.link(grant("old", 600));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-old"));
        assertEquals(0, fixture.sent.get());
    }

    @Test
    void due_credentials_are_refreshed_first() {
        fixture.link(grant("old", -1));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-new"));
        assertEquals(List.of("access-new"), used);
    }

    @Test
    void refused_credentials_are_refreshed_once_and_used_again() {
        fixture.link(grant("old", 600));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-new"));
        assertEquals(List.of("access-old", "access-new"), used);
        assertEquals(1, fixture.sent.get());
    }

    @Test
    void credentials_refused_twice_and_elsewhere_need_a_reconnect_and_are_kept() {
        fixture.link(grant("old", 600));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(ReconnectCode.ACCESS_REFUSED, result.reason().code());
        assertEquals(1, fixture.sent.get());
        assertFalse(fixture.row().credentials().isErased());
        assertInstanceOf(OpenResult.NeedsReconnect.class, fixture.borrowing().open(Simulation.KEY));
        assertEquals(2, used.size());
    }

    @Test
    @Tag("F15")
    void an_endpoint_that_always_answers_401_ends_no_account_and_refreshes_once_in_ten_minutes() {
        fixture.link(grant("old", 600));
        isRefusedElsewhere = false;

        assertEquals(new BorrowResult.Lent<>("unauthorized"), borrow());
        assertEquals(new BorrowResult.Lent<>("unauthorized"), borrow());

        assertEquals(List.of("access-old", "access-new", "access-new"), used);
        assertEquals(1, fixture.sent.get());
        assertInstanceOf(OpenResult.Opened.class, fixture.borrowing().open(Simulation.KEY));
    }

    @Test
    @Tag("F15")
    void unrefreshable_credentials_are_used_once_before_the_provider_is_asked() {
        Grant ours = grant("old", 600);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));
        isRefusedElsewhere = false;

        assertEquals(new BorrowResult.Lent<>("unauthorized"), borrow());
        isRefusedElsewhere = true;
        assertInstanceOf(BorrowResult.NeedsReconnect.class, borrow());
        assertEquals(List.of("access-old", "access-old"), used);
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("C7")
    void sealed_values_decide_and_displayed_ones_do_not() {
        fixture.link(grant("old", -1));
        Grant sealed = grant("never-expires", 600);
        fixture.store.row = new Account(
                fixture.row().metadata(),
                fixture.grants.seal(Simulation.KEY, fixture.row().version(), sealed));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-never-expires"));
        assertEquals(0, fixture.sent.get());
    }

    @Test
    void a_missing_account_is_not_opened() {
        assertEquals(new OpenResult.NotFound(), fixture.borrowing().open(Simulation.KEY));
        fixture.isStoreUnavailable = true;
        assertThrows(StoreUnavailable.class, () -> fixture.borrowing().open(Simulation.KEY));
    }

    @Test
    void a_refresh_that_takes_longer_than_the_caller_waits_goes_on() {
        fixture.link(grant("old", -1));
        List<Runnable> later = new ArrayList<>();
        BorrowCredentials borrowing = fixture.borrowing(new TimedRefresh(fixture.node, later::add));
        OpenedAccount opened = ((OpenResult.Opened) borrowing.open(Simulation.KEY)).account();

        assertInstanceOf(
                BorrowResult.Unavailable.class,
                borrowing.borrow(opened, Duration.ofMillis(1), new Call(List.of("access-new"))));
        later.forEach(Runnable::run);

        assertEquals(1, fixture.sent.get());
        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-new"));
        assertEquals(1, fixture.sent.get());
    }

    @Test
    void an_expired_unrefreshable_account_needs_a_reconnect() {
        Grant ours = grant("old", -5);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(new ReconnectReason(ReconnectCode.EXPIRED, NOW.minusSeconds(5)), result.reason());
        assertEquals(List.of(), used);
    }
}
