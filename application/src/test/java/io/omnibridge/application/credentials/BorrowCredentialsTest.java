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
    void due_ones_are_renewed_first() {
        fixture.link(grant("old", -1));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-new"));
        assertEquals(List.of("access-new"), used);
    }

    @Test
    void what_the_api_refuses_is_renewed_once_and_used_again() {
        fixture.link(grant("old", 600));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-new"));
        assertEquals(List.of("access-old", "access-new"), used);
        assertEquals(1, fixture.sent.get());
    }

    @Test
    void what_the_api_refuses_twice_has_to_be_connected_again_and_is_kept() {
        fixture.link(grant("old", 600));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(ReconnectReason.Code.ACCESS_REFUSED, result.reason().code());
        assertEquals(1, fixture.sent.get());
        assertFalse(fixture.row().credentials().isErased());
        assertInstanceOf(BorrowResult.NeedsReconnect.class, borrow("access-new"));
        assertEquals(2, used.size());
    }

    @Test
    void credentials_that_nothing_can_renew_are_used_twice_before_they_are_given_up() {
        Grant ours = grant("old", 600);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));

        assertInstanceOf(BorrowResult.NeedsReconnect.class, borrow());
        assertEquals(List.of("access-old", "access-old"), used);
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("C7")
    void what_was_sealed_decides_and_not_what_is_shown() {
        fixture.link(grant("old", -1));
        Grant sealed = grant("never-expires", 600);
        fixture.store.row = new Account(
                fixture.row().metadata(),
                fixture.grants.seal(Simulation.KEY, fixture.row().version(), sealed));

        assertEquals(new BorrowResult.Lent<>("found"), borrow("access-never-expires"));
        assertEquals(0, fixture.sent.get());
    }

    @Test
    void nothing_is_lent_of_what_is_not_there() {
        assertEquals(new BorrowResult.NotFound<>(), borrow());
        fixture.isStoreAway = true;
        assertThrows(StoreUnavailable.class, this::borrow);
    }

    @Test
    void an_expired_account_that_nothing_can_renew_has_to_be_connected_again() {
        Grant ours = grant("old", -5);
        fixture.link(new Grant(ours.credentials(), ours.scopes(), Optional.empty()));

        BorrowResult.NeedsReconnect<String> result = (BorrowResult.NeedsReconnect<String>) borrow();
        assertEquals(new ReconnectReason(ReconnectReason.Code.EXPIRED, NOW.minusSeconds(5)), result.reason());
        assertEquals(List.of(), used);
    }
}
