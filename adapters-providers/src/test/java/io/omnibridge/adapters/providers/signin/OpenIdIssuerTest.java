package io.omnibridge.adapters.providers.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.VerifiedSignIn;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.SignInAttempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sign-ins at an issuer that follows the RFCs, and at one that does not. */
@Tag("W3")
class OpenIdIssuerTest {

    private static final UserId USER = new UserId("subject-1");

    private final IssuerUnderTest test = IssuerUnderTest.start();
    private final HostileAuthorizationServer server = test.server;

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void the_request_has_pkce_a_nonce_and_the_registered_redirect_uri() {
        SignInAttempt attempt = IssuerUnderTest.attempt();

        Map<String, String> request = IssuerUnderTest.parameters(test.issuer.authorize(attempt));

        assertEquals("code", request.get("response_type"));
        assertEquals("openid profile email", request.get("scope"));
        assertEquals("https://bridge.example/base/ui/signed-in", request.get("redirect_uri"));
        assertEquals("S256", request.get("code_challenge_method"));
        assertEquals(attempt.oauthState().reveal(), request.get("state"));
        assertEquals(attempt.nonce().reveal(), request.get("nonce"));
        assertNotEquals(attempt.verifier().reveal(), request.get("code_challenge"));
    }

    @Test
    void the_user_is_the_claim_of_the_id_token() {
        server.lie("name", " Alice Example ");
        server.lie("email", "alice@example.com");

        Profile profile = new Profile(Optional.of("Alice Example"), Optional.of("alice@example.com"));
        assertEquals(Optional.of(new VerifiedSignIn(USER, profile)), test.signIn());
    }

    @Test
    void another_user_claim_can_be_chosen() {
        try (IssuerUnderTest entra = with("oid")) {
            assertEquals(Optional.empty(), entra.signIn());

            entra.server.lie("oid", "object-1");
            assertEquals(Optional.of(new UserId("object-1")), entra.signIn().map(VerifiedSignIn::user));
        }
    }

    static Stream<Arguments> wrongClaims() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                claim("nonce", "of-another-attempt"),
                claim("nonce", null),
                claim("nonce", 17),
                claim("aud", "another-client"),
                claim("aud", List.of(HostileAuthorizationServer.CLIENT_ID, "another-client")),
                claim("aud", null),
                claim("azp", "another-client"),
                claim("iss", "https://evil.example"),
                claim("iss", null),
                claim("exp", now - 120),
                claim("exp", null),
                claim("exp", String.valueOf(now + 60)),
                claim("iat", now + 600),
                claim("nbf", now + 600),
                claim("sub", null),
                claim("sub", ""),
                claim("sub", 17),
                claim("sub", "a\u0000b"),
                claim("sub", "x".repeat(256)));
    }

    private static Arguments claim(String name, @Nullable Object value) {
        return Arguments.of(name, value);
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void an_id_token_with_a_wrong_claim_begins_no_session(String claim, @Nullable Object value) {
        server.lie(claim, value);

        assertEquals(Optional.empty(), test.signIn());
    }

    static Stream<String> forgedHeaders() {
        return Stream.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}", "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}");
    }

    @ParameterizedTest
    @MethodSource("forgedHeaders")
    void an_id_token_without_the_issuers_signature_begins_no_session(String header) {
        server.always("/token", Misbehaviour.altered(response -> {
            String[] parts = String.valueOf(response.get("id_token")).split("\\.", -1);
            response.put("id_token", base64(header) + "." + parts[1] + ".");
        }));
        assertEquals(Optional.empty(), test.signIn());

        server.always("/token", Misbehaviour.altered(response -> {
            String[] parts = String.valueOf(response.get("id_token")).split("\\.", -1);
            response.put("id_token", base64(header) + "." + parts[1] + "." + parts[2]);
        }));
        assertEquals(Optional.empty(), test.signIn());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_symmetric_signature_begins_no_session() {
        server.signIdTokensBy(JWSAlgorithm.HS256);

        assertEquals(Optional.empty(), test.signIn());
    }

    @Test
    void a_response_without_an_id_token_begins_no_session() {
        server.always("/token", Misbehaviour.altered(response -> response.remove("id_token")));

        assertEquals(Optional.empty(), test.signIn());
    }

    @Test
    void a_response_of_another_issuer_begins_no_session_and_its_code_stays_here() {
        SignInAttempt attempt = IssuerUnderTest.attempt();
        server.lieAtCallback("https://evil.example");
        Map<String, String> mixedUp = test.consent(attempt);

        assertEquals(Optional.empty(), test.exchange(attempt, mixedUp));

        mixedUp.remove("iss");
        assertEquals(Optional.empty(), test.exchange(attempt, mixedUp));
        assertEquals(0, server.exchanges());
    }

    @Test
    void an_issuer_that_announces_no_iss_needs_none() {
        server.returnIssuer(false);

        assertTrue(test.signIn().isPresent());
    }

    @Test
    void a_code_of_another_attempt_begins_no_session() {
        SignInAttempt victim = IssuerUnderTest.attempt();
        SignInAttempt mallory = IssuerUnderTest.attempt();

        assertEquals(Optional.empty(), test.exchange(victim, test.consent(mallory)));
    }

    @Test
    void a_code_counts_once() {
        SignInAttempt attempt = IssuerUnderTest.attempt();
        Map<String, String> callback = test.consent(attempt);

        assertTrue(test.exchange(attempt, callback).isPresent());
        assertEquals(Optional.empty(), test.exchange(attempt, callback));
    }

    @Test
    void the_access_token_has_to_name_the_same_user() {
        test.userOfAccessToken = Optional.of(new UserId("another"));
        assertEquals(Optional.empty(), test.signIn());

        test.userOfAccessToken = Optional.of(USER);
        assertTrue(test.signIn().isPresent());
    }

    @Test
    void pairwise_subjects_are_refused_at_the_start_and_later() {
        server.announce("subject_types_supported", List.of("pairwise"));

        assertTrue(IssuerCheck.problem(test.client).orElse("").contains("pairwise"));
        assertThrows(ProviderUnavailable.class, () -> test.issuer.authorize(IssuerUnderTest.attempt()));
    }

    @Test
    void pairwise_subjects_do_not_matter_for_another_claim() {
        try (IssuerUnderTest entra = with("oid")) {
            entra.server.announce("subject_types_supported", List.of("pairwise"));

            assertEquals(Optional.empty(), IssuerCheck.problem(entra.client));
        }
    }

    @Test
    void an_issuer_with_public_subjects_too_or_that_is_away_does_not_hinder_a_start() {
        server.announce("subject_types_supported", List.of("pairwise", "public"));
        assertEquals(Optional.empty(), IssuerCheck.problem(test.client));

        try (IssuerUnderTest away = IssuerUnderTest.start()) {
            away.server.always("/.well-known/openid-configuration", Misbehaviour.cut());
            assertEquals(Optional.empty(), IssuerCheck.problem(away.client));
        }
    }

    @Test
    void the_secret_is_sent_as_the_issuer_wants() {
        assertTrue(test.signIn().isPresent());
        assertTrue(server.requests("/token").get(0).header("authorization").isPresent());

        try (IssuerUnderTest other = IssuerUnderTest.start()) {
            other.server.announce("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
            assertTrue(other.signIn().isPresent());
            assertFalse(other.server
                    .requests("/token")
                    .get(0)
                    .header("authorization")
                    .isPresent());
        }
    }

    @Test
    void a_public_client_sends_no_secret() {
        try (IssuerUnderTest open = new IssuerUnderTest("sub", Optional.empty(), Clock.systemUTC())) {
            assertEquals(Optional.empty(), open.signIn(), "the issuer wants a secret");

            assertFalse(open.server
                    .requests("/token")
                    .get(0)
                    .header("authorization")
                    .isPresent());
            assertEquals(
                    Optional.of(HostileAuthorizationServer.CLIENT_ID),
                    open.server.requests("/token").get(0).parameter("client_id"));
        }
    }

    @Test
    void an_issuer_that_does_not_answer_is_unavailable() {
        SignInAttempt attempt = IssuerUnderTest.attempt();
        Map<String, String> callback = test.consent(attempt);
        server.always("/token", Misbehaviour.cut());

        assertThrows(ProviderUnavailable.class, () -> test.exchange(attempt, callback));
        assertEquals(1, server.exchanges(), "sent once");
    }

    @Test
    void an_issuer_whose_keys_cannot_be_read_is_unavailable() {
        server.always("/keys", Misbehaviour.status(500));

        assertThrows(ProviderUnavailable.class, test::signIn);
    }

    @Test
    void the_sign_out_page_comes_back_to_this_service() {
        assertEquals(Optional.empty(), test.issuer.signOutPage());

        try (IssuerUnderTest other = IssuerUnderTest.start()) {
            other.server.announce("end_session_endpoint", other.server.issuer() + "/logout?tenant=1");
            URI page = other.issuer.signOutPage().orElseThrow();
            Map<String, String> parameters = IssuerUnderTest.parameters(page);
            assertEquals("1", parameters.get("tenant"));
            assertEquals(HostileAuthorizationServer.CLIENT_ID, parameters.get("client_id"));
            assertEquals("https://bridge.example/base/ui/signed-out", parameters.get("post_logout_redirect_uri"));
        }
    }

    @Test
    void a_sign_out_page_that_is_no_url_of_the_issuers_kind_is_ignored() {
        server.announce("end_session_endpoint", "javascript:alert(1)");

        assertEquals(Optional.empty(), test.issuer.signOutPage());
        assertTrue(test.signIn().isPresent());
    }

    private static IssuerUnderTest with(String userClaim) {
        return new IssuerUnderTest(userClaim, Optional.of(HostileAuthorizationServer.CLIENT_SECRET), Clock.systemUTC());
    }

    /** Everyone can begin to sign in, and each attempt waits while the issuer does not respond. */
    @Test
    void an_issuer_that_hangs_keeps_few_threads_waiting() throws Exception {
        int waiting = 32;
        Semaphore end = new Semaphore(0);
        server.always("/.well-known/openid-configuration", (exchange, request, properly) -> {
            end.acquireUninterruptibly();
            exchange.close();
        });
        ExecutorService people = Executors.newFixedThreadPool(2 * waiting);
        CompletionService<URI> attempts = new ExecutorCompletionService<>(people);
        try {
            for (int i = 0; i < 2 * waiting; i++) {
                attempts.submit(() -> test.issuer.authorize(IssuerUnderTest.attempt()));
            }
            for (int i = 0; i < waiting; i++) {
                ExecutionException refused = assertThrows(ExecutionException.class, attempts.take()::get);
                assertTrue(String.valueOf(refused.getMessage()).contains("too many calls at once"), refused::toString);
            }
        } finally {
            end.release();
            people.shutdownNow();
        }
    }
}
