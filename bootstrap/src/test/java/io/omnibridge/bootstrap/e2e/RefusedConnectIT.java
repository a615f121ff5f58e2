package io.omnibridge.bootstrap.e2e;

import static io.omnibridge.bootstrap.e2e.ConnectIT.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.bootstrap.e2e.Person.Begun;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way, nothing is linked, and nothing that a provider said is said again. */
@Tag("S1")
class RefusedConnectIT {

    private static final WitnessedServer PROVIDER = new WitnessedServer();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static Vault vault;

    private Person person;

    @BeforeAll
    static void start() {
        String yaml = PROVIDER.server().yaml("corporate") + PROVIDER.server().yaml("another");
        vault = Vault.start(List.of(), ProvidersFile.settings(yaml));
    }

    @AfterAll
    static void end() {
        PROVIDER.watch(vault);
        vault.close();
        PROVIDER.close();
    }

    @BeforeEach
    void behave() {
        PROVIDER.behave();
        person = new Person(vault, "user-" + NEXT.incrementAndGet());
    }

    @AfterEach
    void nothing_is_linked() {
        assertEquals(0, person.accounts().size());
    }

    @Test
    @Tag("O7")
    void who_says_no_at_the_provider_is_sent_back_with_a_word_of_our_own() {
        Begun begun = person.begin("corporate");
        long exchanges = PROVIDER.server().exchanges();
        String theirs = vault.watch("words of a provider", "something-that-a-provider-says");

        HttpResponse<String> page = person.comeBack(callback(begun)
                + "&error=access_denied&error_description=" + theirs + "&iss="
                + encoded(PROVIDER.server().issuer()));

        assertRefused(page, begun, "access_denied");
        assertEquals(exchanges, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O3")
    void an_answer_from_another_issuer_leads_nowhere() {
        long exchanges = PROVIDER.server().exchanges();
        PROVIDER.server().lieAtCallback("https://evil.example");
        Begun begun = person.begin("corporate");
        assertRefused(person.comeBack(person.agree(begun)), begun, "wrong_issuer");

        PROVIDER.behave();
        Begun silent = person.begin("corporate");
        String withoutIssuer = person.agree(silent).replaceFirst("&iss=.*", "");
        assertRefused(person.comeBack(withoutIssuer), silent, "wrong_issuer");
        assertEquals(exchanges, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O4")
    void a_code_of_another_users_attempt_is_refused() {
        Person victim = new Person(vault, "victim");
        String stolen =
                Person.parameters(victim.agree(victim.begin("corporate"))).getOrDefault("code", "");
        Begun begun = person.begin("corporate");

        HttpResponse<String> page = person.comeBack(callback(begun) + "&code=" + stolen + "&iss="
                + encoded(PROVIDER.server().issuer()));
        Answer answer = person.complete(begun, Person.ticket(page));

        assertProblem(409, "attempt_failed", answer);
        assertEquals("failed code_refused", person.statusOf(begun));
        assertEquals(0, victim.accounts().size());
    }

    @Test
    @Tag("O13")
    void what_one_provider_was_sent_does_not_come_back_from_another() {
        Begun begun = person.begin("corporate");
        String callback = person.agree(begun);

        HttpResponse<String> page = person.comeBack(callback.replace("/callback/corporate", "/callback/another"));

        assertEquals(404, page.statusCode());
        assertEquals("pending", person.statusOf(begun));
        assertEquals(303, person.comeBack(callback).statusCode());
    }

    @Test
    @Tag("O7")
    @Tag("O10")
    void what_no_provider_sends_gets_a_page_that_says_so() {
        Begun begun = person.begin("corporate");
        String state = begun.state();
        for (String query : List.of(
                "?code=a&state=" + state + "&error=access_denied",
                "?code=a&code=b&state=" + state,
                "?code=a&state=" + state + "&state=" + state,
                "?state=" + state,
                "?code=a",
                "?code=%00&state=" + state,
                "")) {
            HttpResponse<String> page = person.comeBack(ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate" + query);
            assertEquals(400, page.statusCode(), query);
            assertPage(page);
        }
        assertEquals("pending", person.statusOf(begun));
        HttpResponse<String> unknown =
                person.comeBack(ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate?code=a&state=" + "z".repeat(43));
        assertEquals(404, unknown.statusCode());
        assertPage(unknown);
    }

    @Test
    @Tag("O5")
    @Tag("O6")
    void nothing_but_what_the_operator_allows_can_be_begun() {
        String corporate = "{\"provider\":\"corporate\",";
        Map<String, String> refusals = Map.of(
                "{\"provider\":\"nobody\"}",
                "unknown_provider",
                corporate + "\"scopes\":[\"write\"]}",
                "scopes_refused",
                corporate + "\"return_to\":\"https://evil.example/\"}",
                "return_to_refused",
                corporate + "\"return_to\":\"https://app.example/connected/\"}",
                "return_to_refused",
                corporate + "\"return_to\":\"https://app.example/connected?\"}",
                "return_to_refused");
        refusals.forEach((body, code) -> assertProblem(400, code, person.tryToBegin(body)));
        Begun begun = person.begin("corporate");
        assertEquals(
                ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate",
                Person.parameters(begun.authorizationUrl()).get("redirect_uri"));
    }

    static Stream<Arguments> strangeAnswers() {
        return Stream.of(
                strange("another type", body -> body.put("token_type", "mac")),
                strange("no token", body -> body.remove("access_token")),
                strange("an empty token", body -> body.put("access_token", "")),
                strange("a number for a token", body -> body.put("access_token", 17)),
                strange("no ID token", body -> body.remove("id_token")),
                Arguments.of("HTML", Misbehaviour.html(), "unusable_answer"),
                Arguments.of("10 MB", Misbehaviour.huge(), "unusable_answer"),
                Arguments.of("a bomb", Misbehaviour.gzipBomb(), "unusable_answer"),
                Arguments.of("a lost answer", Misbehaviour.lost(), "exchange_unknown"),
                Arguments.of("no answer", Misbehaviour.cut(), "exchange_unknown"),
                Arguments.of("a fault", Misbehaviour.status(500), "exchange_unknown"),
                Arguments.of("a fault that echoes", Misbehaviour.echoing(500, "server_error"), "exchange_unknown"),
                Arguments.of("a refusal that echoes", Misbehaviour.echoing(400, "invalid_request"), "code_refused"),
                Arguments.of("an unknown client", Misbehaviour.echoing(401, "invalid_client"), "code_refused"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangeAnswers")
    @Tag("O8")
    @Tag("F4")
    @Tag("S3")
    void a_strange_answer_links_nothing_and_goes_nowhere(String name, Misbehaviour misbehaviour, String reason) {
        Begun begun = person.begin("corporate");
        String ticket = person.ticketOf(begun);
        long exchanges = PROVIDER.server().exchanges();
        PROVIDER.next(misbehaviour);

        Answer answer = person.complete(begun, ticket);

        boolean isRefusal = reason.equals("code_refused");
        assertProblem(isRefusal ? 409 : 502, isRefusal ? "attempt_failed" : "provider_failed", answer);
        assertEquals(reason, answer.json().path("reason").asText());
        assertEquals("failed " + reason, person.statusOf(begun));
        assertEquals(answer.status(), person.complete(begun, ticket).status());
        assertEquals(exchanges + 1, PROVIDER.server().exchanges());
    }

    @Test
    @Tag("O15")
    void an_id_token_for_another_user_links_nothing() {
        for (String claim : List.of("nonce", "aud", "iss")) {
            PROVIDER.server().lie(claim, "another");
            assertUnusable();
            PROVIDER.behave();
        }
        PROVIDER.server().lieAtUserinfo("somebody-else");
        assertUnusable();
    }

    private void assertUnusable() {
        Begun begun = person.begin("corporate");
        assertProblem(502, "provider_failed", person.complete(begun, person.ticketOf(begun)));
        assertEquals("failed unusable_answer", person.statusOf(begun));
    }

    private void assertRefused(HttpResponse<String> page, Begun begun, String reason) {
        assertEquals(303, page.statusCode(), page::body);
        assertEquals(
                ProvidersFile.RETURN_TO + "#attempt_id=" + begun.id() + "&error=" + reason, Browser.location(page));
        assertEquals("failed " + reason, person.statusOf(begun));
        assertProblem(409, "attempt_failed", person.complete(begun, "x".repeat(43)));
    }

    private static void assertPage(HttpResponse<String> page) {
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), page::body);
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(page.body().contains("<script"));
    }

    private static String callback(Begun begun) {
        return ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate?state=" + begun.state();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Arguments strange(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, Misbehaviour.altered(change), "unusable_answer");
    }
}
