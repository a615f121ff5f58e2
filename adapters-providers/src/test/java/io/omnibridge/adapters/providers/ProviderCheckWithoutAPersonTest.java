package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.oauth.CheckResult;
import io.omnibridge.adapters.providers.oauth.CheckStatus;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code providers check} finds without a person. */
@Tag("OP1")
class ProviderCheckWithoutAPersonTest {

    private static final String CALLBACK = "https://bridge.example/oauth/callback/corporate";

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private List<CheckResult> check(String... more) {
        boolean hasScopes = List.of(more).toString().contains("scopes: ");
        String yaml = server.yaml("corporate", more);
        return TestAttempt.providers(hasScopes ? yaml.replace("    scopes: [openid, read]\n", "") : yaml)
                .check(new ProviderId("corporate"))
                .orElseThrow();
    }

    private void assertFound(CheckStatus status, String words, String... more) {
        List<CheckResult> results = check(more);
        assertTrue(
                results.stream()
                        .anyMatch(it -> it.status() == status && it.message().contains(words)),
                () -> words + ": " + results);
    }

    /** Makes the authorization endpoint send the browser back with an error, where the request is such. */
    private void returnError(String error, Predicate<String> request) {
        server.always("/authorize", (exchange, received, properly) -> {
            String query = URLDecoder.decode(received.query(), StandardCharsets.UTF_8);
            String answer = request.test(query) ? error : "login_required";
            exchange.getResponseHeaders().set("Location", CALLBACK + "?error=" + answer + "&state=s");
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** Makes the authorization endpoint show an error where the request is such, and a login page elsewhere. */
    private void refuse(Predicate<String> request) {
        server.always("/authorize", (exchange, received, properly) -> {
            boolean isRefused = request.test(URLDecoder.decode(received.query(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(isRefused ? 400 : 200, -1);
        });
    }

    @Test
    void a_token_endpoint_that_is_not_there() {
        assertFound(CheckStatus.WRONG, "check token_url", "token_url: " + server.url("/nothing"));
    }

    @Test
    void an_issuer_whose_id_tokens_cannot_be_verified() {
        assertFound(CheckStatus.WRONG, "check jwks_url and id_token_algorithms", "id_token_algorithms: [ES384]");

        server.always("/keys", Misbehaviour.status(200, Map.of(), "{\"keys\":[]}"));
        assertFound(CheckStatus.WRONG, "no ID token can be verified");
    }

    @Test
    void a_redirect_uri_that_is_not_registered() {
        refuse(query -> true);

        assertFound(CheckStatus.WRONG, "register the redirect URI " + CALLBACK);
    }

    @Test
    void a_redirect_uri_that_a_server_accepts_before_the_login() {
        refuse(query -> query.contains(CALLBACK + "-check"));

        assertFound(CheckStatus.FINE, "refuses another redirect URI, and accepts " + CALLBACK);
    }

    @Test
    void a_server_that_shows_its_login_in_any_case_tells_nothing() {
        refuse(query -> false);

        assertFound(CheckStatus.UNKNOWN, "cannot be told: whether the redirect URI " + CALLBACK);
        assertFound(CheckStatus.UNKNOWN, "cannot be told: whether the scopes are accepted");
    }

    @Test
    void an_unknown_scope_is_named() {
        returnError("invalid_scope", query -> query.contains("read"));
        assertFound(CheckStatus.WRONG, "refuses the scopes read: correct scopes");

        refuse(query -> query.contains("read"));
        assertFound(CheckStatus.WRONG, "refuses the scopes read: correct scopes");
        assertFound(CheckStatus.FINE, "knows this client, and the redirect URI");

        returnError("", query -> false);
        server.announce("scopes_supported", List.of("openid"));
        assertFound(CheckStatus.UNKNOWN, "does not announce the scopes read");
    }

    @Test
    void what_needs_a_person_is_no_error() {
        for (String error : List.of("login_required", "consent_required", "interaction_required")) {
            returnError(error, query -> true);
            assertFound(CheckStatus.FINE, "accepts the scopes");
        }
    }

    @Test
    void a_client_that_may_not_use_the_flow() {
        returnError("unauthorized_client", query -> true);
        assertFound(CheckStatus.WRONG, "may not use the authorization code flow");

        returnError("invalid_request", query -> true);
        assertFound(CheckStatus.WRONG, "check pkce and authorization_parameters");

        returnError("cAnArY", query -> true);
        assertFound(CheckStatus.UNKNOWN, "cannot be told: whether the scopes are accepted");
        assertFalse(check().toString().contains("cAnArY"));
    }

    @Test
    void an_endpoint_for_revocation_or_identity_that_is_not_there() {
        assertFound(CheckStatus.WRONG, "check revocation_url", "revocation_url: " + server.url("/nothing"));
        assertFound(CheckStatus.WRONG, "check userinfo_url", "userinfo_url: " + server.url("/nothing"));
        server.announce("revocation_endpoint", null);
        assertFound(CheckStatus.WRONG, "give revocation_url, or say revocation_style: none");
        assertFalse(check("revocation_style: none").toString().contains("revocation endpoint"));
    }

    @Test
    void an_identity_url_of_an_oauth_provider_that_is_not_there() {
        String yaml = """
                  corporate:
                    kind: oauth2
                    authorization_url: %1$s/authorize
                    token_url: %1$s/token
                    identity_url: %1$s/nothing
                    identity_path: /id
                    client_id: %2$s
                    client_secret: %3$s
                """.formatted(
                server.issuer(), HostileAuthorizationServer.CLIENT_ID, HostileAuthorizationServer.CLIENT_SECRET);

        List<CheckResult> results =
                TestAttempt.providers(yaml).check(new ProviderId("corporate")).orElseThrow();
        assertTrue(
                results.stream()
                        .anyMatch(it ->
                                it.status() == CheckStatus.WRONG && it.message().contains("check identity_url")),
                results::toString);
    }

    @Test
    void offline_access_that_will_not_be_granted() {
        String scopes = "scopes: [openid, offline_access]";
        assertFound(CheckStatus.UNKNOWN, "cannot be told: whether offline_access", scopes);

        server.announce("scopes_supported", List.of("openid"));
        assertFound(CheckStatus.WRONG, "does not announce offline_access", scopes);

        server.announce("scopes_supported", List.of("openid", "offline_access"));
        server.announce("grant_types_supported", List.of("authorization_code"));
        assertFound(CheckStatus.WRONG, "announces no refresh tokens", scopes);

        server.announce("grant_types_supported", List.of("authorization_code", "refresh_token"));
        assertFound(CheckStatus.FINE, "announces offline_access and refresh tokens", scopes);
    }

    @Test
    void nothing_real_is_sent_and_no_grant_arises() {
        check("scopes: [openid, read, offline_access]");

        assertEquals(0, server.validGrants());
        assertTrue(
                server.requests("/revoke").stream()
                        .allMatch(it -> it.parameter("token").orElse("").startsWith("omnibridge-check")),
                "a token that is made up");
        assertTrue(
                server.requests("/authorize").stream().allMatch(it -> it.query().contains("prompt=none")));
        assertEquals(
                URI.create(CALLBACK).toString(),
                server.requests("/token").get(0).parameter("redirect_uri").orElse(""));
    }
}
