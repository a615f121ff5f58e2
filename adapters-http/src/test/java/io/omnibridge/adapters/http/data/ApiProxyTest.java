package io.omnibridge.adapters.http.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiProxyTest {

    private static final String ALICE = "alice+data:read";
    private static final String READ = "/api/google/work/gmail/v1/messages";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @BeforeEach
    void alice_has_an_account() {
        API.linkReadable("google", "work");
    }

    @Test
    void a_listed_read_is_passed_on_with_headers_that_keep_browsers_from_rendering_it() {
        TestResponse response = API.get(READ + "?q=budget").as(ALICE).send().is(200);

        assertEquals("{\"hello\":1}", response.body());
        assertEquals("application/json", response.header("content-type"));
        assertEquals("google", response.header("omnibridge-upstream"));
        assertEquals("sandbox; default-src 'none'", response.header("content-security-policy"));
        assertEquals("attachment", response.header("content-disposition"));
        response.hasCommonHeaders();
        ApiRequest sent = API.apis().requests().get(0);
        assertEquals("/gmail/v1/messages", sent.path());
        assertEquals(Optional.of("q=budget"), sent.query());
        assertEquals("/api/google/work", sent.base());
    }

    @Test
    @Tag("F5")
    void of_the_clients_headers_only_five_reach_the_adapter() {
        API.get(READ)
                .as(ALICE)
                .header("Cookie", "session=1")
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("If-None-Match", "\"1\"")
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"2\"")
                .send()
                .is(200);

        assertEquals(
                Map.of("if-none-match", "\"1\"", "range", "bytes=0-1", "if-range", "\"2\""),
                API.apis().requests().get(0).headers());
    }

    @Test
    void head_is_sent_as_head_and_has_no_body() {
        TestResponse response = API.call("HEAD", READ).as(ALICE).send().is(200);

        assertEquals("", response.body());
        assertEquals(ReadMethod.HEAD, API.apis().requests().get(0).method());
    }

    @Test
    void a_post_carries_its_json() {
        API.call("POST", "/api/google/work/gmail/v1/query")
                .as(ALICE)
                .json("{\"query\":\"budget\"}")
                .send()
                .is(200);

        assertEquals(
                Optional.of("{\"query\":\"budget\"}"),
                API.apis().requests().get(0).body());
    }

    @Test
    void a_get_has_no_body_whatever_the_client_sends() {
        API.get(READ).as(ALICE).body("text/plain", new byte[] {1}).send().is(200);

        assertEquals(Optional.empty(), API.apis().requests().get(0).body());
    }

    @Test
    void a_post_that_is_no_json_is_refused_before_anything_is_matched() {
        API.call("POST", "/api/google/work/gmail/v1/query")
                .as(ALICE)
                .body("text/plain", new byte[] {1})
                .send()
                .isProblem(415, "unsupported_media_type");
        assertEquals(List.of(), API.apis().requests());
    }

    @ParameterizedTest
    @Tag("F10")
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void other_methods_are_no_reads(String method) {
        API.call(method, READ).as(ALICE).send().isProblem(405, "method_not_allowed");
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    @Tag("F10")
    void what_is_not_listed_is_refused_and_leaves_no_receipt() {
        API.get("/api/google/work/gmail/v1/drafts").as(ALICE).send().isProblem(403, "not_a_read");
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    @Tag("F11")
    void the_path_reaches_the_adapter_as_it_was_sent() {
        String odd = "/calendars/a%40b.example%23holidays/events";
        API.get("/api/google/work" + odd).as(ALICE).send();

        assertEquals(odd, API.apis().requests().get(0).path());
    }

    @ParameterizedTest
    @Tag("F11")
    @ValueSource(
            strings = {
                "/../other/gmail/v1/messages",
                "/./gmail/v1/messages",
                "/gmail/%2e%2e/v1/messages",
                "/gmail%2fv1/messages",
                "/gmail/v1//messages",
                "/gmail/v1/messages;x=y",
                "/gmail/v1/messages%00",
                "/gmail/v1/messages%5cx",
                "/gmail/v1/messages#x",
                "/gmail/v1/%2561"
            })
    void an_ambiguous_path_reaches_no_adapter_as_another_one(String path) {
        TestResponse response = API.get("/api/google/work" + path).as(ALICE).send();

        assertTrue(List.of(400, 403, 404).contains(response.status()), response::toString);
        assertEquals(List.of(), API.uses().receipts());
        API.apis().requests().forEach(request -> assertEquals(path, request.path()));
    }

    @Test
    void a_refusal_of_data_is_counted_in_the_audit_log() {
        API.get(READ).as("alice").send().is(403);

        JsonNode refusal = ConnectSteps.checked(
                        "GET", "/audit", API.get("/audit").as("alice").send())
                .json()
                .at("/refusals/0");
        assertEquals("read_data", refusal.path("action").textValue());
        assertEquals("insufficient_scope", refusal.path("outcome").textValue());
    }

    @Test
    void the_scope_is_required_also_where_scopes_are_not() {
        TestResponse response = API.get(READ).as("alice").send().isProblem(403, "insufficient_scope");

        assertTrue(response.header("www-authenticate").contains("scope=\"data:read\""));
        API.get(READ).send().isProblem(401, "unauthenticated");
        assertEquals(List.of(), API.apis().requests());
    }

    @Test
    @Tag("Z1")
    void another_users_account_is_not_found() {
        API.get(READ).as("bob+data:read").send().isProblem(404, "not_found");
        API.get("/api/google/home/gmail/v1/messages").as(ALICE).send().isProblem(404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDER_TIMEOUT, 504, provider_timeout",
        "PROVIDER_REDIRECT, 502, provider_redirect",
        "RESPONSE_TOO_LARGE, 502, response_too_large",
        "PROVIDER_ERROR, 502, provider_error",
        "PROVIDER_UNAVAILABLE, 503, provider_unavailable"
    })
    void a_call_without_a_response_has_the_code_of_its_reason(UseFailure reason, int status, String code) {
        API.apis().answerWith(() -> new ApiReadResult.Failed(reason));

        API.get(READ).as(ALICE).send().isProblem(status, code);
        assertEquals(Optional.of(reason), API.uses().receipts().get(1).reason());
    }

    @Test
    void a_limit_says_when_it_ends() {
        API.apis().answerWith(() -> new ApiReadResult.LimitReached("search", Duration.ofMillis(1_500)));

        TestResponse limited = API.get(READ).as(ALICE).send().isProblem(429, "rate_limited");
        assertEquals("2", limited.header("retry-after"));
        assertTrue(limited.json().path("detail").textValue().endsWith("ask again in 2 seconds."), limited::body);
    }

    @Test
    void a_provider_that_cannot_be_reached_and_a_limit_without_an_end_say_when_to_ask_again() {
        API.apis().answerWith(() -> new ApiReadResult.Failed(UseFailure.PROVIDER_UNAVAILABLE));
        assertEquals("1", API.get(READ).as(ALICE).send().is(503).header("retry-after"));

        API.apis().answerWith(() -> new ApiReadResult.LimitReached("search", Duration.ZERO));
        assertEquals("1", API.get(READ).as(ALICE).send().is(429).header("retry-after"));
    }

    @Test
    void too_many_calls_in_flight_are_busy() {
        API.occupyProvider("alice", "google");

        API.get(READ).as(ALICE).send().isProblem(429, "busy");
        API.releaseProvider();
        API.get(READ).as(ALICE).send().is(200);
    }

    @Test
    @Tag("U4")
    void a_store_that_is_down_is_a_503_without_a_call() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });

        API.get(READ).as(ALICE).send().isProblem(503, "store_unavailable");
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    void a_body_of_many_pieces_arrives_whole() {
        String piece = "x".repeat(50_000);
        API.apis()
                .answerWith(() -> new ApiReadResult.Response(
                        200, Map.of("Content-Type", "text/plain"), FakeApis.bodyOf(piece, piece, piece, "end")));

        assertEquals(
                piece.repeat(3) + "end", API.get(READ).as(ALICE).send().is(200).body());
        API.get(READ).as(ALICE).send().is(200);
    }

    @Test
    void the_reads_of_a_provider_are_listed() {
        TestResponse response = API.get("/api/google").as(ALICE).send().is(200);

        assertEquals(
                "{\"provider\":\"google\",\"apis\":[{\"prefix\":\"/gmail/v1\",\"source\":\"gmail\","
                        + "\"scopes\":[\"gmail.readonly\"],\"reads\":[{\"method\":\"GET\",\"path\":\"/messages\","
                        + "\"of\":\"json\",\"source\":\"gmail\",\"query\":[\"q\"]}]}]}",
                response.body());
        API.get("/api/unknown").as(ALICE).send().isProblem(409, "not_configured");
        API.get("/api/UNKNOWN").as(ALICE).send().isProblem(404, "not_found");
    }

    @Test
    @Tag("U4")
    void the_log_of_uses_tells_account_source_and_client_and_nothing_of_what_was_asked() {
        API.get(READ + "?q=secret-words").as(ALICE).send().is(200);

        TestResponse log = API.get("/audit?log=uses").as("alice").send().is(200);
        assertEquals("api", log.json().at("/events/0/use").textValue());
        assertEquals("http", log.json().at("/events/0/via").textValue());
        assertEquals("used", log.json().at("/events/0/outcome").textValue());
        assertEquals("notes-app", log.json().at("/events/0/client").textValue());
        assertTrue(log.json().at("/events/0/lease").isNull());
        assertEquals("gmail", log.json().at("/events/0/targets/0/source").textValue());
        assertFalse(log.body().contains("secret-words") || log.body().contains("messages"), log::body);
        assertEquals(
                0,
                API.get("/audit?log=uses").as("bob").send().json().at("/events").size());
        API.get("/audit?log=reads").as("alice").send().isProblem(400, "invalid_request");
    }
}
