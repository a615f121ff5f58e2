package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second consent that brings no refresh token keeps the stored one. */
class KeptRefreshTokenTest {

    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final ProviderAccountId WORK_ID = WORK.providerAccountId();

    private final ConnectFixture fixture = new ConnectFixture();

    private CompleteResult connect() {
        fixture.begin(ALICE, Optional.empty(), Optional.of(ConnectFixture.RETURN_TO));
        return fixture.complete(ALICE, fixture.returned());
    }

    private void exchangesReturn(ExchangeResult result) {
        doReturn(result).when(fixture.servers).exchange(any(), any());
    }

    private void assertNothingRevoked() {
        verify(fixture.servers, never()).revoke(any(), any());
        assertEquals(List.of(), fixture.pending);
    }

    private static Grant withoutRefreshToken(String clientId) {
        return new Grant(
                new Credentials(new Secret("access-second"), Optional.empty(), Optional.empty(), Optional.empty()),
                Scopes.parse("mail.read files.read"),
                Optional.of(new TokenOrigin(clientId, URI.create(ConnectFixture.ISSUER))));
    }

    private void exchangesReturnNoRefreshToken() {
        exchangesReturn(new ExchangeResult.Granted(WORK_ID, withoutRefreshToken("client")));
    }

    private Optional<Secret> linkedRefreshToken() {
        return fixture.linked(WORK).credentials().refreshToken();
    }

    @Test
    @Tag("R22")
    void a_second_consent_without_a_refresh_token_keeps_the_stored_one() {
        for (RevocationScope scope : RevocationScope.values()) {
            fixture.scope = scope;
            exchangesReturn(new ExchangeResult.Granted(WORK_ID, ConnectFixture.grant(1)));
            connect();
            exchangesReturnNoRefreshToken();

            CompleteResult.Completed completed = (CompleteResult.Completed) connect();

            assertTrue(completed.account().refreshable());
            assertFalse(completed.isNew());
            assertEquals(
                    new Secret("access-second"),
                    fixture.linked(WORK).credentials().accessToken());
            assertEquals(Optional.of(new Secret("refresh-1")), linkedRefreshToken());
            assertEquals(
                    Scopes.parse("mail.read files.read"), fixture.linked(WORK).scopes());
            assertEquals(List.of(), fixture.attempts.revocation);
            assertNothingRevoked();
            fixture.attempts.accounts.clear();
        }
    }

    @Test
    @Tag("R22")
    void a_kept_refresh_token_keeps_its_expiry_and_an_expired_one_is_dropped() {
        Instant expiry = NOW.plusSeconds(60);
        Credentials credentials = new Credentials(
                new Secret("access-1"), Optional.empty(), Optional.of(new Secret("refresh-1")), Optional.of(expiry));
        Grant expiring = new Grant(
                credentials, Scopes.none(), Optional.of(new TokenOrigin("client", URI.create(ConnectFixture.ISSUER))));
        exchangesReturn(new ExchangeResult.Granted(WORK_ID, expiring));
        connect();
        exchangesReturnNoRefreshToken();

        connect();
        assertEquals(Optional.of(expiry), fixture.linked(WORK).credentials().refreshTokenExpiresAt());

        fixture.now = expiry;
        connect();
        assertEquals(Optional.empty(), linkedRefreshToken());
    }

    @Test
    @Tag("R22")
    void a_refresh_token_of_another_client_is_not_kept() {
        connect();
        exchangesReturn(new ExchangeResult.Granted(WORK_ID, withoutRefreshToken("other")));

        assertFalse(((CompleteResult.Completed) connect()).account().refreshable());
        assertEquals(Optional.empty(), linkedRefreshToken());
    }

    @Test
    @Tag("R22")
    void a_kept_refresh_token_that_may_have_been_used_stays_in_that_state() {
        RefreshState unknown = new RefreshState.Unknown(NOW, NOW, NOW, 1);
        connectAndPut(unknown);
        exchangesReturnNoRefreshToken();

        assertEquals(unknown, ((CompleteResult.Completed) connect()).account().refresh());
    }

    @Test
    @Tag("R22")
    void a_refresh_token_that_was_refused_is_not_kept() {
        connectAndPut(new RefreshState.Ended(RefreshEndReason.REFRESH_UNKNOWN, NOW));
        exchangesReturnNoRefreshToken();

        assertFalse(((CompleteResult.Completed) connect()).account().refreshable());
    }

    private void connectAndPut(RefreshState state) {
        connect();
        fixture.attempts.accounts.computeIfPresent(WORK, (key, account) -> account.withRefresh(state));
    }

    @Test
    @Tag("R22")
    void a_refresh_during_the_reconnect_is_not_undone() {
        connect();
        exchangesReturnNoRefreshToken();
        boolean[] isRefreshed = {false};
        doAnswer(call -> {
                    Optional<Account> read = Optional.ofNullable(fixture.attempts.accounts.get(WORK));
                    if (!isRefreshed[0]) {
                        isRefreshed[0] = true;
                        fixture.refresh(WORK, ConnectFixture.grant(42));
                    }
                    return read;
                })
                .when(fixture.store)
                .find(WORK);

        connect();

        assertEquals(Optional.of(new Secret("refresh-42")), linkedRefreshToken());
    }
}
