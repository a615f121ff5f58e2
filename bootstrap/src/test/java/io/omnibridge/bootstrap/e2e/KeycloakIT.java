package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import io.omnibridge.bootstrap.process.Poll;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real Keycloak is the issuer of the users' JWTs, and the provider at which they connect accounts. Run by the profile real. */
@Tag("real")
class KeycloakIT {

    /** More than the life of an access token in the realm. */
    private static final long EXPIRED_MILLIS = 7_000;

    /** A JWT of the second of a sign-out does not count, since its {@code iat} may be of before. */
    private static final long SECOND_OF_SIGN_OUT_MILLIS = 1_100;

    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private static KeycloakServer keycloak;
    private static RedisNodes nodes;
    private static Map<String, String> settings;
    private static Vault vault;

    @BeforeAll
    static void start() throws IOException {
        keycloak = KeycloakServer.start();
        nodes = RedisNodes.onNewServer();
        settings = new HashMap<>(
                nodes.settings(ProvidersFile.settings("""
                  keycloak:
                    kind: oidc
                    display_name: Keycloak
                    issuer: %s
                    client_id: omnibridge
                    client_secret: %s
                    scopes: [openid, offline_access]
                """.formatted(keycloak.issuer(), KeycloakServer.CLIENT_SECRET))));
        settings.put("OMNIBRIDGE_JWT_ISSUER", keycloak.issuer());
        settings.put("OMNIBRIDGE_JWKS_URL", keycloak.jwksUrl());
        settings.put("OMNIBRIDGE_JWT_REQUIRE_AT_JWT", "true");
        settings.put("OMNIBRIDGE_UI_CLIENT_ID", "omnibridge-pages");
        settings.put("OMNIBRIDGE_UI_CLIENT_SECRET", KeycloakServer.CLIENT_SECRET);
        vault = Vault.start(List.of(), settings);
        Poll.until(() -> vault.send(Request.get("/readyz")).status() == 200, MAX_WAIT);
    }

    @AfterAll
    static void stop() {
        vault.close();
        nodes.close();
        keycloak.close();
    }

    @Test
    void only_access_tokens_for_omnibridge_are_accepted() {
        JsonNode tokens = keycloak.signIn("notes-app", "openid");
        JsonNode foreign = keycloak.signIn("other-app", "openid");

        assertEquals(200, status(tokens.path("access_token").asText()));
        assertEquals(401, status(tokens.path("id_token").asText()));
        assertEquals(401, status(foreign.path("access_token").asText()));
    }

    @Test
    void an_account_is_connected_refreshed_connected_again_and_unlinked() throws InterruptedException {
        KeycloakBrowser browser = new KeycloakBrowser(vault);
        String token =
                keycloak.signIn("notes-app", "openid").path("access_token").asText();
        ConnectingUser alice = new ConnectingUser(vault, vault.watch("JWT", token), browser);
        connect(alice);
        JsonNode account = alice.accounts().path(0);
        assertTrue(account.path("refreshable").asBoolean(), account::toString);
        String user = account.path("provider_account_id").asText();
        GrantedAccount granted = new GrantedAccount(user, "keycloak", user, "");
        settings.put("OMNIBRIDGE_JWT_ISSUER", keycloak.issuer());
        try (BorrowingProcess node = BorrowingProcess.start(settings)) {
            String first = borrow(node, granted);
            assertRefreshed(first, node, granted);

            connect(alice);
            assertEquals(1, alice.accounts().size());
            assertRefreshed(borrow(node, granted), node, granted);
            assertEquals("active", alice.accounts().path(0).path("status").asText());
        }
        int sessions = keycloak.offlineSessions();
        RawResponse unlinked = alice.send(Request.delete("/accounts/keycloak/" + user + "?wait=true"));
        assertEquals("revoked", unlinked.json().path("revocation").asText(), unlinked::text);
        // Keycloak makes an offline session at each sign-in. That of the replaced grant is left: see revocation_scope.
        assertEquals(browser.signIns(), sessions);
        assertEquals(sessions - 1, keycloak.offlineSessions());
        assertEquals(0, alice.accounts().size());
    }

    @Test
    @Tag("W6")
    void a_person_signs_in_to_the_pages_and_out_here_and_at_the_issuer() throws InterruptedException {
        keycloak.notifyOfLogouts("omnibridge-pages", "http://127.0.0.1:" + vault.port() + "/ui/back-channel-logout");
        KeycloakBrowser browser = new KeycloakBrowser(vault);
        PagesBrowser alice = new PagesBrowser(browser);

        assertTrue(alice.signIn().contains("Alice Example"));
        String issuerPage = alice.signOut();
        assertTrue(alice.isSignedOut());
        assertTrue(issuerPage.startsWith(keycloak.issuer()), issuerPage);
        assertEquals(200, browser.open(issuerPage).statusCode());

        alice.signIn();
        keycloak.signOut();
        Poll.until(alice::isSignedOut, MAX_WAIT);
        Thread.sleep(SECOND_OF_SIGN_OUT_MILLIS);
    }

    /** Waits until the access token has expired, and asserts that another one is lent, twice in a row. */
    private static void assertRefreshed(String former, BorrowingProcess node, GrantedAccount account)
            throws InterruptedException {
        Thread.sleep(EXPIRED_MILLIS);
        String second = borrow(node, account);
        assertNotEquals(former, second);
        Thread.sleep(EXPIRED_MILLIS);
        assertNotEquals(second, borrow(node, account));
    }

    private static String borrow(BorrowingProcess node, GrantedAccount account) {
        String result = node.complete(account);
        assertTrue(result.startsWith("lent "), result);
        return result;
    }

    private static void connect(ConnectingUser alice) {
        BegunAttempt begun = alice.begin("keycloak");
        RawResponse completed = alice.complete(begun, alice.ticketOf(begun));
        assertTrue(completed.status() == 200 || completed.status() == 201, completed::text);
    }

    private static int status(String token) {
        return vault.send(Request.get("/accounts").as(vault.watch("JWT", token)))
                .status();
    }
}
