package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.bootstrap.e2e.ConnectingUser.BegunAttempt;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connect and unlink from end to end: the real service, a real authorization server, and users with browsers. */
@Tag("S1")
class ConnectIT {

    private static final int CONCURRENT_REQUESTS = 100;
    private static final WatchedServer PROVIDER = new WatchedServer();
    private static Vault vault;

    @BeforeAll
    static void start() {
        vault = Vault.start(List.of(), ProvidersFile.settings(PROVIDER.server().yaml("corporate")));
    }

    /** Searches all output for every secret of the test run. */
    @AfterAll
    static void end() {
        PROVIDER.watch(vault);
        vault.close();
        PROVIDER.close();
    }

    @BeforeEach
    void behave() {
        PROVIDER.behave();
    }

    @Test
    @Tag("O1")
    @Tag("O2")
    @Tag("O5")
    @Tag("O9")
    @Tag("O10")
    @Tag("O12")
    @Tag("U2")
    void a_user_connects_an_account_and_revokes_its_grant() {
        ConnectingUser carol = new ConnectingUser(vault, "carol");
        PROVIDER.server().signIn("carol-at-corporate");
        long exchanges = PROVIDER.server().exchanges();
        long grants = PROVIDER.server().validGrants();
        assertEquals(0, accountsAt(carol));

        BegunAttempt begun = carol.begin("corporate");
        assertEquals("pending", carol.statusOf(begun));
        assertProblem(409, "attempt_not_returned", carol.complete(begun, "x".repeat(43)));
        String callback = carol.consent(begun);
        assertTrue(callback.startsWith(ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate?"), "elsewhere");
        HttpResponse<String> page = carol.openCallback(callback);
        assertRedirectedToApplication(page, begun);
        HttpResponse<String> replayed = carol.openCallback(callback);
        assertEquals(404, replayed.statusCode());
        assertEquals("", ConnectingUser.ticket(replayed));
        assertEquals("returned", carol.statusOf(begun));

        RawResponse completed = carol.complete(begun, ConnectingUser.ticket(page));
        assertLinked(completed);
        assertEquals(
                completed.json(),
                carol.complete(begun, ConnectingUser.ticket(page)).json());
        assertEquals(completed.json(), carol.complete(begun, "y".repeat(43)).json());
        assertEquals("completed", carol.statusOf(begun));
        assertEquals(404, carol.openCallback(callback).statusCode());
        assertChallengeMatches(begun);
        assertEquals(exchanges + 1, PROVIDER.server().exchanges());
        assertEquals(grants + 1, PROVIDER.server().validGrants());
        assertEquals(1, accountsAt(carol));
        assertEquals(1, carol.accounts().size());

        RawResponse unlinked = carol.send(Request.delete("/accounts/corporate/carol-at-corporate?wait=true"));
        assertEquals(200, unlinked.status(), unlinked.text());
        assertEquals("revoked", unlinked.json().path("revocation").asText());
        assertEquals(grants, PROVIDER.server().validGrants());
        assertEquals(0, accountsAt(carol));
        assertProblem(404, "not_found", carol.complete(begun, ConnectingUser.ticket(page)));

        assertEquals(
                List.of(
                        "revoke revoked",
                        "unlink unlinked",
                        "connect linked",
                        "connect exchanging",
                        "connect returned",
                        "connect begun"),
                changes(carol));
        assertCounted("carol");
    }

    @Test
    @Tag("O11")
    @Tag("O12")
    void the_beginner_cannot_complete_what_another_user_consented_to() {
        ConnectingUser mallory = new ConnectingUser(vault, "mallory");
        ConnectingUser alice = new ConnectingUser(vault, "alice");
        PROVIDER.server().signIn("alice-at-corporate");
        long exchanges = PROVIDER.server().exchanges();

        BegunAttempt begun = mallory.begin("corporate");
        String ticket = alice.ticketOf(begun);
        assertFalse(ticket.isEmpty());

        assertEquals("returned", mallory.statusOf(begun));
        assertProblem(404, "not_found", alice.complete(begun, ticket));
        assertEquals("", alice.send(Request.get("/connect/" + begun.id())).header("Location"));
        assertProblem(404, "not_found", alice.send(Request.get("/connect/" + begun.id())));
        for (int guess = 1; guess < 5; guess++) {
            assertProblem(
                    400,
                    "wrong_ticket",
                    mallory.complete(begun, Integer.toString(guess).repeat(43)));
        }
        RawResponse last = mallory.complete(begun, "5".repeat(43));
        assertProblem(409, "attempt_failed", last);
        assertEquals("wrong_tickets", last.json().path("reason").asText());
        assertProblem(409, "attempt_failed", mallory.complete(begun, ticket));
        assertEquals("failed wrong_tickets", mallory.statusOf(begun));

        assertEquals(exchanges, PROVIDER.server().exchanges());
        assertEquals(0, mallory.accounts().size());
        assertEquals(0, alice.accounts().size());
    }

    @Test
    @Tag("O1")
    @Tag("O14")
    void of_a_hundred_concurrent_callbacks_and_completions_one_has_an_effect() {
        ConnectingUser dora = new ConnectingUser(vault, "dora");
        PROVIDER.server().signIn("dora-at-corporate");
        long exchanges = PROVIDER.server().exchanges();
        BegunAttempt begun = dora.begin("corporate");
        String callback = dora.consent(begun);

        List<HttpResponse<String>> pages = atOnce(() -> dora.openCallback(callback));
        List<String> tickets = pages.stream()
                .map(ConnectingUser::ticket)
                .filter(ticket -> !ticket.isEmpty())
                .toList();
        assertEquals(1, tickets.size());
        PROVIDER.next(Misbehaviour.slow(Duration.ofMillis(300)));
        List<RawResponse> responses = atOnce(() -> dora.complete(begun, tickets.get(0)));

        assertEquals(exchanges + 1, PROVIDER.server().exchanges());
        responses.stream()
                .filter(response -> response.status() != 201)
                .forEach(response -> assertProblem(409, "attempt_in_progress", response));
        assertTrue(responses.stream().anyMatch(response -> response.status() == 201));
        assertEquals(1, dora.accounts().size());
    }

    @Test
    void connecting_again_replaces_credentials_and_another_account_is_added() {
        ConnectingUser erin = new ConnectingUser(vault, "erin");
        for (String subject : List.of("erin-1", "erin-1", "erin-2")) {
            PROVIDER.server().signIn(subject);
            BegunAttempt begun = erin.begin("corporate");
            assertEquals(201, erin.complete(begun, erin.ticketOf(begun)).status());
        }
        assertEquals(2, erin.accounts().size());
        assertEquals(2, accountsAt(erin));
    }

    private static <T> List<T> atOnce(Callable<T> what) {
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_REQUESTS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(CONCURRENT_REQUESTS, what))) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static void assertRedirectedToApplication(HttpResponse<String> page, BegunAttempt begun) {
        assertEquals(303, page.statusCode(), page::body);
        String location = Browser.location(page);
        assertTrue(
                location.startsWith(ProvidersFile.RETURN_TO + "#attempt_id=" + begun.id() + "&ticket="), "elsewhere");
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    private static void assertLinked(RawResponse completed) {
        assertEquals(201, completed.status(), completed.text());
        assertEquals("/accounts/corporate/carol-at-corporate", completed.header("Location"));
        assertEquals("linked", completed.json().path("status").asText());
        JsonNode account = completed.json().path("account");
        assertEquals("connect", account.path("linked_by").asText());
        assertEquals("active", account.path("status").asText());
        assertTrue(account.path("refreshable").asBoolean());
        assertEquals("[\"openid\",\"read\"]", account.path("scopes").toString());
    }

    /** Asserts that the code verifier of the exchange matches the challenge in the authorization URL. */
    private static void assertChallengeMatches(BegunAttempt begun) {
        Map<String, String> requested = ConnectingUser.parameters(begun.authorizationUrl());
        assertEquals("S256", requested.get("code_challenge_method"));
        List<RecordedRequest> requests = PROVIDER.server().requests("/token");
        RecordedRequest exchange = requests.get(requests.size() - 1);
        String verifier = exchange.parameter("code_verifier").orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            assertEquals(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest), requested.get("code_challenge"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(
                requested.get("redirect_uri"),
                exchange.parameter("redirect_uri").orElse(""));
    }

    /** Returns action and outcome of the audit events, newest first, without reads. */
    private static List<String> changes(ConnectingUser user) {
        JsonNode events = user.send(Request.get("/audit?limit=100")).json().path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("action").asText() + " "
                        + event.path("outcome").asText())
                .filter(event -> !event.startsWith("read"))
                .toList();
    }

    private static void assertCounted(String user) {
        String metrics = vault.assertMetrics(
                "omnibridge_connect_attempts_total{outcome=\"begun\",provider=\"corporate\",reason=\"none\"}",
                "omnibridge_connect_attempts_total{outcome=\"returned\",provider=\"corporate\",reason=\"none\"}",
                "omnibridge_connect_attempts_total{outcome=\"completed\",provider=\"corporate\",reason=\"none\"}",
                "omnibridge_connect_exchanges_total{outcome=\"granted\",provider=\"corporate\"}",
                "omnibridge_credentials_revocations_total{outcome=\"revoked\",provider=\"corporate\"}");
        assertFalse(metrics.contains(user));
    }

    private static long accountsAt(ConnectingUser user) {
        JsonNode provider =
                user.send(Request.get("/providers")).json().path("providers").path(0);
        assertEquals("corporate", provider.path("id").asText());
        assertEquals("[\"openid\",\"read\"]", provider.path("scopes").toString());
        return provider.path("accounts").asLong(-1);
    }

    static void assertProblem(int status, String code, RawResponse response) {
        assertEquals(
                status + " " + code,
                response.status() + " " + response.json().path("code").asText(),
                response::text);
    }
}
