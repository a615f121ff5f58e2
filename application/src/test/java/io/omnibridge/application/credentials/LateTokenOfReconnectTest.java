package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refresh runs while the user connects the account again, and the provider replaces the refresh token. */
class LateTokenOfReconnectTest {

    private static final LinkId SECOND_LINK = new LinkId("2".repeat(32));

    private final RefreshFixture fixture = new RefreshFixture();

    private static Grant second(Optional<String> refreshToken, TokenOrigin origin) {
        Credentials credentials = new Credentials(
                new Secret("access-second"),
                Optional.of(NOW.plusSeconds(7_200)),
                refreshToken.map(Secret::new),
                Optional.empty());
        return new Grant(credentials, Scopes.parse("mail.read files.read"), Optional.of(origin));
    }

    /** Refreshes an account that is connected again before the provider's response arrives. */
    private CredentialsResult refreshWhileConnecting(Grant second) {
        fixture.link(grant("old", -10));
        fixture.answer = () -> {
            replaceLink(second);
            return new RefreshResult.Renewed(grant("new", 3_600));
        };
        return fixture.fresh();
    }

    private void replaceLink(Grant second) {
        AccountVersion version = AccountVersion.first(SECOND_LINK);
        AccountMetadata metadata = AccountMetadata.linked(
                Simulation.KEY,
                version,
                second.scopes(),
                LinkedBy.CONNECT,
                second.credentials().refreshToken().isPresent(),
                second.credentials().expiresAt(),
                NOW);
        fixture.store.row = new Account(metadata, fixture.grants.seal(Simulation.KEY, version, second));
    }

    private Grant stored() {
        return fixture.grants.open(fixture.row());
    }

    @Test
    @Tag("R22")
    void an_account_that_kept_the_sent_token_gets_the_late_one() {
        CredentialsResult result = refreshWhileConnecting(second(Optional.of("refresh-old"), RefreshFixture.ORIGIN));

        assertInstanceOf(CredentialsResult.Usable.class, result);
        assertEquals(new AccountVersion(SECOND_LINK, 2), fixture.row().version());
        assertEquals(
                Optional.of(new Secret("refresh-new")), stored().credentials().refreshToken());
        assertEquals(new Secret("access-second"), stored().credentials().accessToken());
        assertEquals(Scopes.parse("mail.read files.read"), stored().scopes());
        assertEquals(List.of(), fixture.store.pendingRevocations);
    }

    @Test
    @Tag("R22")
    void an_account_without_a_refresh_token_gets_the_late_one() {
        refreshWhileConnecting(second(Optional.empty(), RefreshFixture.ORIGIN));

        assertEquals(
                Optional.of(new Secret("refresh-new")), stored().credentials().refreshToken());
        assertTrue(fixture.row().metadata().refreshable());
    }

    @Test
    @Tag("R22")
    void an_account_with_a_refresh_token_of_its_own_has_the_late_one_revoked() {
        refreshWhileConnecting(second(Optional.of("refresh-second"), RefreshFixture.ORIGIN));

        assertEquals(
                Optional.of(new Secret("refresh-second")),
                stored().credentials().refreshToken());
        assertEquals(1, fixture.store.pendingRevocations.size());
    }

    @Test
    @Tag("R22")
    void a_late_token_is_not_given_to_an_account_of_another_client() {
        TokenOrigin other = new TokenOrigin("other-client", URI.create("https://provider.example"));

        refreshWhileConnecting(second(Optional.empty(), other));

        assertEquals(Optional.empty(), stored().credentials().refreshToken());
        assertEquals(1, fixture.store.pendingRevocations.size());
    }
}
