package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import io.omnibridge.bootstrap.process.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Accounts are connected again at a provider where the revocation of one token ends all grants of its user, as at Keycloak,
 * oidc-provider and Google. The linked grant stays valid, whatever happens to the second attempt.
 */
@Tag("S1")
class ReconnectIT {

    private static final Duration MAX_WAIT = Duration.ofSeconds(20);

    /** One node for all tests. Each test has a provider and a user of its own. */
    private static final ProviderPool PROVIDERS = new ProviderPool("corporate", 5);

    private static final WatchedServer OTHER = new WatchedServer();
    private static final Vault VAULT = Vault.start(
            List.of(), ProvidersFile.settings(PROVIDERS.yaml() + OTHER.server().yaml("other")));

    private final WatchedServer provider = PROVIDERS.next();
    private final String corporate = PROVIDERS.idOf(provider);
    private final String path = "/accounts/" + corporate + "/alice-1";
    private final ConnectingUser alice = new ConnectingUser(VAULT, "alice-of-" + corporate);

    @BeforeEach
    void endSessions() {
        provider.server().endSessionByRevocation();
        provider.server().signIn("alice-1");
    }

    @AfterAll
    static void end() {
        PROVIDERS.watch(VAULT);
        OTHER.watch(VAULT);
        VAULT.close();
        PROVIDERS.close();
        OTHER.close();
    }

    private RawResponse connect(String at) {
        BegunAttempt begun = alice.begin(at);
        return alice.complete(begun, alice.ticketOf(begun));
    }

    private void connect() {
        RawResponse response = connect(corporate);
        assertEquals(201, response.status(), response::text);
    }

    private void failToConnect() {
        RawResponse response = connect(corporate);
        assertEquals(502, response.status(), response::text);
    }

    private List<RecordedRequest> revocations() {
        return provider.server().requests("/revoke");
    }

    private String newestRefreshToken() {
        List<String> tokens = provider.refreshTokens();
        return tokens.get(tokens.size() - 1);
    }

    /** Asserts that the account's grant is valid, and that unlinking the account revokes that very token. */
    private void assertLinkedGrant(String refreshToken) {
        assertTrue(provider.server().isValid(refreshToken));
        assertEquals(List.of(), revocations());
        JsonNode account = alice.accounts().path(0);
        assertEquals("active", account.path("status").asText());
        assertTrue(account.path("refreshable").asBoolean());

        alice.send(Request.delete(path + "?wait=true"));

        assertEquals(refreshToken, revocations().get(0).parameter("token").orElse(""));
        assertFalse(provider.server().isValid(refreshToken));
    }

    @Test
    @Tag("R20")
    void an_account_that_is_connected_twice_keeps_the_new_grant() {
        connect();
        connect();

        assertEquals(2, provider.refreshTokens().size());
        assertLinkedGrant(newestRefreshToken());
    }

    @Test
    @Tag("R21")
    void a_reconnect_that_fails_after_the_token_response_keeps_the_linked_grant() {
        connect();
        String linked = newestRefreshToken();
        provider.server().next("/userinfo", Misbehaviour.status(500));
        failToConnect();
        provider.server().lie("nonce", "another");
        failToConnect();
        provider.server().behave();
        provider.behave();
        provider.next(Misbehaviour.altered(it -> it.put("token_type", "mac")));
        failToConnect();

        assertEquals(
                List.of(corporate + " null", corporate + " null", corporate + " alice-1"),
                accountsOfEvents("revoke", "left"));
        assertLinkedGrant(linked);
    }

    @Test
    @Tag("R22")
    void a_second_consent_without_a_refresh_token_keeps_the_first_one() {
        connect();
        String linked = newestRefreshToken();
        provider.next(Misbehaviour.altered(it -> it.remove("refresh_token")));
        connect();

        assertLinkedGrant(linked);
    }

    @Test
    @Tag("R27")
    void tokens_of_a_failed_first_attempt_are_revoked() {
        provider.server().always("/keys", Misbehaviour.status(200, Map.of(), "{\"keys\":[null]}"));
        failToConnect();

        Poll.until(() -> provider.server().validGrants() == 0, MAX_WAIT);
        assertEquals(
                "refresh_token",
                revocations().get(0).parameter("token_type_hint").orElse(""));
        Poll.until(() -> !accountsOfEvents("revoke", "revoked").isEmpty(), MAX_WAIT);
        assertEquals(List.of(corporate + " null"), accountsOfEvents("revoke", "begun"));
    }

    @Test
    @Tag("R25")
    @Tag("R26")
    void an_unlink_is_revoked_at_once_while_another_provider_hangs() {
        OTHER.server().always("/revoke", Misbehaviour.slow(Duration.ofMinutes(5)));
        for (int i = 0; i < 12; i++) {
            OTHER.server().signIn("account-" + i);
            assertEquals(201, connect("other").status());
        }
        connect();
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    204,
                    alice.send(Request.delete("/accounts/other/account-" + i)).status());
        }

        assertEquals(204, alice.send(Request.delete(path)).status());

        Poll.until(() -> provider.server().validGrants() == 0, Duration.ofMinutes(1));
        assertEquals(2, OTHER.server().requests("/revoke").size());
    }

    /** Returns the accounts of the events with this action and outcome, newest first. */
    private List<String> accountsOfEvents(String action, String outcome) {
        JsonNode events = alice.send(Request.get("/audit?limit=100")).json().path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.path("action").asText().equals(action)
                        && event.path("outcome").asText().equals(outcome))
                .map(event -> event.path("provider").asText() + " "
                        + event.path("provider_account_id").asText())
                .toList();
    }
}
