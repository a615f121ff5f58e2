package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttemptWarningTest {

    private final ConnectFixture fixture = new ConnectFixture();

    private void exchangeReturns(Optional<String> refreshToken, Optional<Instant> expiresAt) {
        Credentials credentials =
                new Credentials(new Secret("access"), expiresAt, refreshToken.map(Secret::new), Optional.empty());
        Grant grant = new Grant(
                credentials,
                Scopes.parse("mail.read"),
                Optional.of(new TokenOrigin("client", URI.create(ConnectFixture.ISSUER))));
        doReturn(new ExchangeResult.Granted(new ProviderAccountId("work"), grant))
                .when(fixture.servers)
                .exchange(any(), any());
    }

    private Set<AttemptWarning> warnings() {
        fixture.begun();
        CompleteResult result = fixture.complete(ALICE, fixture.returned());
        Set<AttemptWarning> warnings =
                assertInstanceOf(CompleteResult.Completed.class, result).warnings();
        assertEquals(warnings, shownLater());
        return warnings;
    }

    private Set<AttemptWarning> shownLater() {
        return new FindAttempt(fixture.attempts, fixture.store, Clock.fixed(NOW, ZoneOffset.UTC))
                .find(caller(ALICE), fixture.lastAttempt())
                .orElseThrow()
                .warnings();
    }

    @Test
    @Tag("D25")
    void an_account_that_expires_without_a_refresh_token_has_a_warning() {
        exchangeReturns(Optional.empty(), Optional.of(NOW.plusSeconds(60)));

        assertEquals(Set.of(AttemptWarning.NO_REFRESH_TOKEN), warnings());
    }

    @Test
    @Tag("D25")
    void an_account_with_a_refresh_token_has_none() {
        exchangeReturns(Optional.of("refresh"), Optional.of(NOW.plusSeconds(60)));

        assertEquals(Set.of(), warnings());
    }

    @Test
    @Tag("D25")
    void an_access_token_without_an_end_needs_no_refresh_token() {
        exchangeReturns(Optional.empty(), Optional.empty());

        assertEquals(Set.of(), warnings());
    }

    @Test
    @Tag("D25")
    void an_attempt_that_is_not_completed_has_no_warnings() {
        fixture.begun();

        assertEquals(Set.of(), shownLater());
    }
}
