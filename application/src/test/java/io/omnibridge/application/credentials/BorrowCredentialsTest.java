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
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.credentials.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BorrowCredentialsTest {

    private final RefreshFixture fixture = new RefreshFixture();
    private final List<String> used = new ArrayList<>();

    private BorrowResult<String> borrow(String... accepted) {
        return fixture.borrowing().borrow(Simulation.KEY, credentials -> use(credentials, List.of(accepted)));
    }

    private ApiCallResult<String> use(Credentials credentials, List<String> accepted) {
        String token = credentials.accessToken().reveal();
        used.add(token);
        return accepted.contains(token) ? new ApiCallResult.Done<>("found") : new ApiCallResult.Unauthorized<>();
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
    void credentials_refused_twice_need_a_reconnect_and_are_kept() {
        fixture.link(grant("old", 600));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(ReconnectReason.Code.ACCESS_REFUSED, result.reason().code());
        assertEquals(1, fixture.sent.get());
        assertFalse(fixture.row().credentials().isErased());
        assertInstanceOf(BorrowResult.NeedsReconnect.class, borrow("access-new"));
        assertEquals(2, used.size());
    }

    @Test
    void unrefreshable_credentials_are_used_twice_before_a_reconnect() {
        Grant ours = grant("old", 600);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));

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
    void a_missing_account_lends_nothing() {
        assertEquals(new BorrowResult.NotFound<>(), borrow());
        fixture.isStoreUnavailable = true;
        assertThrows(StoreUnavailable.class, this::borrow);
    }

    @Test
    void an_expired_unrefreshable_account_needs_a_reconnect() {
        Grant ours = grant("old", -5);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(new ReconnectReason(ReconnectReason.Code.EXPIRED, NOW.minusSeconds(5)), result.reason());
        assertEquals(List.of(), used);
    }
}
