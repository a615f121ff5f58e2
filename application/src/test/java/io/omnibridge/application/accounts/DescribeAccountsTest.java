package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DescribeAccountsTest {

    private static final URI SERVER = URI.create("https://id.example");
    private static final Optional<Duration> KEEP_ALIVE = Optional.of(Duration.ofDays(90));
    private static final Instant EXPIRY = NOW.plusSeconds(3_600);
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    private final ProviderCatalogue catalogue = mock();
    private AccountMetadata account = account(LinkedBy.CONNECT);
    private Optional<Duration> keepAlive = KEEP_ALIVE;

    private static AccountMetadata account(LinkedBy linkedBy) {
        return AccountMetadata.linked(
                        key(ALICE, GOOGLE, "work"),
                        AccountVersion.first(new LinkId("1".repeat(32))),
                        Scopes.none(),
                        linkedBy,
                        linkedBy == LinkedBy.CONNECT,
                        Optional.of(EXPIRY),
                        NOW)
                .withOrigin(Optional.of(new TokenOrigin("client", SERVER)));
    }

    @BeforeEach
    void configure() {
        ConnectableProvider google = new ConnectableProvider(
                GOOGLE,
                "Google",
                Set.of(),
                Scopes.none(),
                true,
                true,
                RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO),
                RevocationScope.GRANT,
                Optional.empty());
        when(catalogue.find(GOOGLE)).thenReturn(Optional.of(google));
        issuedBy("client", Optional.of(SERVER));
    }

    private void issuedBy(String client, Optional<URI> server) {
        when(catalogue.issuingClient(GOOGLE)).thenReturn(Optional.of(new IssuingClient(client, server)));
    }

    private AccountDescription describedAt(Instant now) {
        return new DescribeAccounts(catalogue, keepAlive, new RecordViews(mock()), Clock.fixed(now, ZoneOffset.UTC))
                .describe(account);
    }

    private void assertNeedsReconnectOnceExpired(ReconnectCode code) {
        assertFalse(describedAt(NOW).refreshable());
        assertEquals(Optional.empty(), describedAt(NOW).reconnect());
        assertFalse(describedAt(LATER).refreshable());
        assertEquals(
                Optional.of(new ReconnectReason(code, EXPIRY)),
                describedAt(LATER).reconnect());
    }

    @Test
    @Tag("D24")
    void an_account_of_the_configured_client_is_refreshable_and_stays_active() {
        assertTrue(describedAt(LATER).refreshable());
        assertEquals(Optional.empty(), describedAt(LATER).reconnect());

        issuedBy("client", Optional.empty());
        assertTrue(describedAt(LATER).refreshable(), "where the server has not been discovered yet");

        account = account.withOrigin(Optional.empty());
        assertTrue(describedAt(LATER).refreshable(), "where the origin is not known");
    }

    @Test
    @Tag("D24")
    void an_account_of_a_provider_that_is_not_configured_is_not_refreshable() {
        when(catalogue.find(GOOGLE)).thenReturn(Optional.empty());

        assertNeedsReconnectOnceExpired(ReconnectCode.PROVIDER_NOT_CONFIGURED);
    }

    @Test
    @Tag("D24")
    void an_account_of_another_client_is_not_refreshable() {
        issuedBy("new-client", Optional.empty());

        assertNeedsReconnectOnceExpired(ReconnectCode.CLIENT_CHANGED);
    }

    @Test
    @Tag("D24")
    void an_account_of_another_server_is_not_refreshable() {
        issuedBy("client", Optional.of(URI.create("https://other.example")));

        assertNeedsReconnectOnceExpired(ReconnectCode.CLIENT_CHANGED);
    }

    @Test
    @Tag("D24")
    void an_account_that_needs_a_reconnect_is_not_refreshable() {
        account = account.withRefresh(new RefreshState.Ended(RefreshEndReason.REVOKED, NOW));

        assertFalse(describedAt(NOW).refreshable());
        assertEquals(
                Optional.of(new ReconnectReason(ReconnectCode.REVOKED, NOW)),
                describedAt(NOW).reconnect());
    }

    @Test
    @Tag("D24")
    void an_account_that_a_client_handed_over_expires_as_before() {
        account = account(LinkedBy.TOKEN);

        assertEquals(
                Optional.of(new ReconnectReason(ReconnectCode.EXPIRED, EXPIRY)),
                describedAt(LATER).reconnect());
    }

    @Test
    @Tag("D23")
    void an_account_expires_unused_90_days_after_its_last_use_or_view() {
        assertEquals(
                Optional.of(NOW.plus(Duration.ofDays(90))), describedAt(NOW).expiresUnusedAt());

        account = account.withSeenAt(LATER);
        assertEquals(
                Optional.of(LATER.plus(Duration.ofDays(90))), describedAt(LATER).expiresUnusedAt());

        account = account.withUsedAt(LATER.plusSeconds(1));
        assertEquals(
                Optional.of(LATER.plus(Duration.ofDays(90)).plusSeconds(1)),
                describedAt(LATER).expiresUnusedAt());

        Instant minute = LATER.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        account = account.withDataUsedAt(minute);
        assertEquals(
                Optional.of(minute.plus(Duration.ofDays(90))),
                describedAt(LATER).expiresUnusedAt());
    }

    @Test
    @Tag("D23")
    void an_account_that_is_never_removed_has_no_such_time() {
        keepAlive = Optional.empty();
        assertEquals(Optional.empty(), describedAt(NOW).expiresUnusedAt());

        keepAlive = KEEP_ALIVE;
        account = account(LinkedBy.TOKEN);
        assertEquals(Optional.empty(), describedAt(NOW).expiresUnusedAt());

        account = account(LinkedBy.CONNECT);
        when(catalogue.find(GOOGLE)).thenReturn(Optional.empty());
        assertEquals(Optional.empty(), describedAt(NOW).expiresUnusedAt());
    }
}
