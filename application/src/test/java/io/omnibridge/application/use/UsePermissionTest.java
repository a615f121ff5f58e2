package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.use.UseFixture.JWT;
import static io.omnibridge.application.use.UseFixture.KEY;
import static io.omnibridge.application.use.UseFixture.grant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.application.use.UseRefusal.NotUsable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseTarget;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class UsePermissionTest {

    private final UseFixture fixture = new UseFixture();

    @Test
    @Tag("U4")
    void the_receipt_is_stored_before_the_call_and_names_account_and_source_alone() {
        UseResult.Responded answered = (UseResult.Responded) fixture.read(JWT);

        assertEquals(200, answered.response().status());
        InOrder order = inOrder(fixture.useLog, fixture.apis);
        order.verify(fixture.useLog).append(any(), any());
        order.verify(fixture.apis).call(any(), any(), any());
        assertEquals(1, fixture.receipts.size());
        assertEquals(
                List.of(new UseTarget(KEY, Optional.of(Source.GMAIL))),
                fixture.receipts.get(0).use().targets());
    }

    @Test
    @Tag("U4")
    void without_a_store_nothing_is_called() {
        doThrow(new StoreUnavailable("down")).when(fixture.useLog).append(any(), any());

        assertThrows(StoreUnavailable.class, () -> fixture.read(JWT));
        verify(fixture.apis, never()).call(any(), any(), any());
        assertTrue(fixture.calls.tryEnter(KEY.owner(), GOOGLE).isPresent());
    }

    @Test
    void what_is_not_listed_is_refused_without_a_receipt() {
        when(fixture.apis.match(any(), any()))
                .thenReturn(new ReadMatch.NotARead("GET /gmail/v1/users/me/messages is."));

        assertRefused(new UseRefusal.NotARead("GET /gmail/v1/users/me/messages is."));
    }

    @Test
    void what_is_not_well_formed_is_refused_without_a_receipt() {
        when(fixture.apis.match(any(), any())).thenReturn(new ReadMatch.Invalid("The path has an empty segment."));

        assertRefused(new UseRefusal.Invalid("The path has an empty segment."));
    }

    @Test
    void an_unknown_account_is_not_found() {
        when(fixture.store.find(KEY)).thenReturn(Optional.empty());

        assertRefused(new UseRefusal.NotFound());
    }

    @Test
    void an_account_that_ended_needs_a_reconnect() {
        Account account = fixture.link(grant("access-token-of-twenty", "mail.read"));
        when(fixture.store.find(KEY))
                .thenReturn(Optional.of(account.withRefresh(new Ended(RefreshEndReason.REVOKED, NOW))));

        assertRefused(new UseRefusal.NeedsReconnect(new ReconnectReason(ReconnectCode.REVOKED, NOW)));
    }

    @Test
    void a_missing_scope_is_refused_and_unknown_scopes_are_tried() {
        fixture.link(grant("access-token-of-twenty", "files.read"));
        assertRefused(new UseRefusal.NotGranted(Set.of("mail.read")));

        fixture.link(grant("access-token-of-twenty", ""));
        assertInstanceOf(UseResult.Responded.class, fixture.read(JWT));
    }

    @Test
    @Tag("F16")
    void a_token_of_another_client_or_server_stays_at_home() {
        when(fixture.catalogue.issuingClient(GOOGLE))
                .thenReturn(Optional.of(new IssuingClient("another", Optional.empty())));
        assertRefused(new UseRefusal.NotConfigured(true));

        when(fixture.catalogue.issuingClient(GOOGLE)).thenReturn(Optional.empty());
        assertRefused(new UseRefusal.NotConfigured(false));
    }

    @Test
    @Tag("F16")
    void an_account_linked_by_token_is_used_where_the_provider_allows_it_and_confirms_its_id() {
        Grant connected = grant("access-token-of-twenty", "mail.read");
        fixture.link(new Grant(connected.credentials(), connected.scopes(), Optional.empty()));
        assertRefused(new NotUsable(UnusableTokenReason.NOT_ALLOWED));

        when(fixture.apis.usesAccountsLinkedByToken(GOOGLE)).thenReturn(true);
        when(fixture.apis.identify(any(), any())).thenReturn(new TokenOwner.Known(new ProviderAccountId("other")));
        assertEquals(new UseResult.Refused(new NotUsable(UnusableTokenReason.NOT_CONFIRMED)), fixture.read(JWT));
        assertEquals(
                Optional.of(UseFailure.NOT_CONFIRMED),
                fixture.receipts.get(fixture.receipts.size() - 1).reason());
        verify(fixture.apis, never()).call(any(), any(), any());

        when(fixture.apis.identify(any(), any())).thenReturn(new TokenOwner.Known(KEY.providerAccountId()));
        assertInstanceOf(UseResult.Responded.class, fixture.read(JWT));
    }

    @Test
    @Tag("F16")
    void an_account_is_asked_for_again_while_the_provider_does_not_say_whose_the_token_is() {
        Grant connected = grant("access-token-of-twenty", "mail.read");
        fixture.link(new Grant(connected.credentials(), connected.scopes(), Optional.empty()));
        when(fixture.apis.usesAccountsLinkedByToken(GOOGLE)).thenReturn(true);

        when(fixture.apis.identify(any(), any())).thenReturn(new TokenOwner.Unknown());
        assertEquals(new UseResult.Failed(UseFailure.PROVIDER_UNAVAILABLE, Duration.ZERO), fixture.read(JWT));
        when(fixture.apis.identify(any(), any())).thenReturn(new TokenOwner.NotNamed());
        assertEquals(new UseResult.Refused(new NotUsable(UnusableTokenReason.NOT_CONFIRMED)), fixture.read(JWT));
        verify(fixture.apis, never()).call(any(), any(), any());
    }

    @Test
    void a_caller_who_may_not_read_data_is_refused_without_a_receipt() {
        DataCaller caller = new DataCaller(caller(ALICE, Permission.READ_ACCOUNTS), Optional.empty());

        assertEquals(new UseResult.Refused(new UseRefusal.NotPermitted()), fixture.read(caller));
        assertEquals(List.of(), fixture.receipts);
    }

    @Test
    void a_store_that_is_down_after_the_receipt_is_no_fault_of_the_service() {
        when(fixture.apis.call(any(), any(), any())).thenThrow(new StoreUnavailable("down"));

        assertThrows(StoreUnavailable.class, () -> fixture.read(JWT));
        assertEquals(
                Optional.of(UseFailure.PROVIDER_UNAVAILABLE),
                fixture.receipts.get(1).reason());
        assertTrue(fixture.calls.tryEnter(KEY.owner(), GOOGLE).isPresent());
    }

    @Test
    @Tag("F12")
    void a_token_that_cannot_be_masked_is_not_used() {
        fixture.link(grant("nineteen-characters", "mail.read"));

        assertRefused(new NotUsable(UnusableTokenReason.TOKEN_TOO_SHORT));
    }

    @Test
    void a_place_is_taken_until_the_body_ends() {
        UseResult.Responded first = (UseResult.Responded) fixture.read(JWT);
        assertRefused(new UseRefusal.Busy(), 1);

        cancel(first.response());
        assertEquals(1, fixture.body.cancelled);
        assertInstanceOf(UseResult.Responded.class, fixture.read(JWT));
    }

    @Test
    void a_limit_that_was_reached_is_refused_here_until_it_ends() {
        when(fixture.apis.call(any(), any(), any()))
                .thenReturn(new ApiReadResult.LimitReached("gmail", Duration.ofSeconds(30)));
        UsePermission door = fixture.door();

        UseResult.Refused limited = new UseResult.Refused(new UseRefusal.LimitReached(Duration.ofSeconds(30)));
        assertEquals(limited, door.read(JWT, UseFixture.request()));
        assertEquals(limited, door.read(JWT, UseFixture.request()));
        verify(fixture.apis).call(any(), any(), any());
        assertEquals(
                List.of(UseOutcome.USED, UseOutcome.FAILED),
                fixture.receipts.stream().map(it -> it.outcome()).toList());
    }

    @Test
    void a_call_that_receives_nothing_leaves_two_receipts_and_no_place_taken() {
        when(fixture.apis.call(any(), any(), any())).thenReturn(new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT));

        for (int i = 1; i <= 2; i++) {
            assertEquals(new UseResult.Failed(UseFailure.PROVIDER_TIMEOUT, Duration.ZERO), fixture.read(JWT));
            assertEquals(2 * i, fixture.receipts.size());
        }
    }

    @Test
    void a_call_that_throws_leaves_two_receipts_and_no_place_taken() {
        when(fixture.apis.call(any(), any(), any())).thenThrow(new IllegalStateException("a fault"));

        for (int i = 1; i <= 2; i++) {
            assertThrows(IllegalStateException.class, () -> fixture.read(JWT));
            assertEquals(
                    Optional.of(UseFailure.INTERNAL_ERROR),
                    fixture.receipts.get(2 * i - 1).reason());
        }
    }

    private void assertRefused(UseRefusal refusal) {
        assertRefused(refusal, 0);
    }

    private void assertRefused(UseRefusal refusal, int receiptsBefore) {
        assertEquals(new UseResult.Refused(refusal), fixture.read(JWT));
        assertEquals(receiptsBefore, fixture.receipts.size());
    }

    private static void cancel(ApiReadResult.Response response) {
        response.body().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.cancel();
            }

            @Override
            public void onNext(ByteBuffer bytes) {}

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
    }
}
