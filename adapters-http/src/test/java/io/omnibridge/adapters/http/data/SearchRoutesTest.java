package io.omnibridge.adapters.http.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRoutesTest {

    private static final String ALICE = "alice+data:read";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @BeforeEach
    void alice_has_an_account() {
        API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"work\",\"access_token\":\"at-of-twenty-characters\"}")
                .send()
                .is(201);
    }

    private static TestResponse get(String target) {
        return API.get(target).as(ALICE).send();
    }

    private static TestResponse post(String body) {
        return API.call("POST", "/search")
                .as(ALICE)
                .json(body.replace('\'', '"'))
                .send();
    }

    private static List<String> ids(TestResponse page) {
        return page.json().path("items").findValuesAsText("id");
    }

    @Test
    void sources_are_listed_with_their_states_and_leave_no_receipt() {
        JsonNode sources = get("/sources").is(200).json().path("sources");

        assertEquals(1, sources.size());
        assertEquals(
                "{\"source\":\"gmail\",\"provider\":\"google\",\"provider_account_id\":\"work\",\"label\":null,"
                        + "\"state\":\"ready\"}",
                sources.get(0).toString());
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    void a_search_gives_items_a_row_for_every_source_and_a_cursor() {
        JsonNode page = get("/search?q=plans").is(200).json();

        JsonNode item = page.at("/items/0");
        assertEquals("m1", item.path("id").textValue());
        assertEquals("gmail", item.path("source").textValue());
        assertEquals("mail", item.path("type").textValue());
        assertEquals("2026-11-27T10:00:01Z", item.path("updated_at").textValue());
        JsonNode row = page.at("/sources/0");
        assertEquals("ok", row.path("status").textValue());
        assertEquals(2, row.path("count").intValue());
        assertTrue(row.path("milliseconds").isInt());
        assertFalse(row.has("retry_at"));
        assertTrue(page.path("next_cursor").isTextual());
    }

    @Test
    void a_search_leaves_one_receipt() {
        get("/search?q=plans").is(200);

        Use use = API.uses().receipts().get(0).use();
        assertEquals(UseKind.SEARCH, use.kind());
        assertEquals(UseVia.HTTP, use.via());
        assertEquals(1, API.uses().receipts().size());
    }

    @Test
    void a_cursor_goes_on_by_get_and_by_post_alike() {
        String cursor = get("/search?q=plans").json().path("next_cursor").textValue();

        assertEquals(List.of("m3"), ids(get("/search?q=plans&cursor=" + cursor).is(200)));
        assertEquals(
                List.of("m3"),
                ids(post("{'q':'plans','cursor':'" + cursor + "'}").is(200)));
        assertTrue(get("/search?q=plans&cursor=" + cursor)
                .json()
                .path("next_cursor")
                .isNull());
    }

    @Test
    void a_cursor_of_other_words_or_filters_is_refused_with_what_to_do() {
        String cursor = get("/search?q=plans").json().path("next_cursor").textValue();

        for (String other : List.of("q=plan", "q=plans&source=gmail", "q=plans&provider=google")) {
            TestResponse refused = get("/search?" + other + "&cursor=" + cursor).isProblem(400, "invalid_request");
            assertTrue(refused.json().path("detail").textValue().contains("send q and the filters of the page before"));
        }
        get("/search?q=plans&cursor=x" + cursor).isProblem(400, "invalid_request");
    }

    @Test
    void a_cursor_of_another_user_is_refused() {
        String cursor = get("/search?q=plans").json().path("next_cursor").textValue();

        API.get("/search?q=plans&cursor=" + cursor).as("bob+data:read").send().isProblem(400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "source=gmail&source=drive, 1",
        "source=drive, 0",
        "provider=google, 1",
        "provider=github&provider=slack, 0",
        "account=work, 1",
        "account=home, 0",
        "source=gmail&provider=google&account=work&account=home, 1"
    })
    void filters_choose_sources(String filters, int chosen) {
        assertEquals(
                chosen,
                get("/search?q=plans&" + filters).is(200).json().path("sources").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'source':'gmail'|1",
                "'source':['gmail','drive']|1",
                "'provider':['github']|0",
                "'account':'work','limit':50|1"
            })
    void the_members_of_a_body_are_those_of_a_query(String members, int chosen) {
        assertEquals(
                chosen,
                post("{'q':'plans'," + members + "}")
                        .is(200)
                        .json()
                        .path("sources")
                        .size());
    }

    @Test
    void a_user_without_accounts_finds_nothing_in_nothing() {
        assertEquals(
                "{\"items\":[],\"sources\":[],\"next_cursor\":null}",
                API.get("/search?q=plans").as("bob+data:read").send().is(200).body());
        assertEquals(
                "{\"sources\":[]}",
                API.get("/sources").as("bob+data:read").send().is(200).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=",
                "q=%20%09",
                "q=a%00b",
                "q=a&q=b",
                "q=a&limit=0",
                "q=a&limit=51",
                "q=a&limit=1&limit=2",
                "q=a&source=mail",
                "q=a&source=",
                "q=a&source=Gmail",
                "q=a&provider=Google",
                "q=a&account=",
                "q=a&cursor=",
                "q=a&user=bob"
            })
    void an_invalid_query_is_refused(String query) {
        get("/search?" + query).isProblem(400, "invalid_request");
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    void a_query_has_1_to_256_characters() {
        get("/search?q=" + "a".repeat(256)).is(200);
        TestResponse refused = get("/search?q=" + "a".repeat(257)).isProblem(400, "invalid_request");

        assertEquals(
                "The query parameter q must be 1 to 256 characters long.",
                refused.json().path("detail").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/q",
                "{'q':1}|/q",
                "{'q':' '}|/q",
                "{'q':'a','limit':'1'}|/limit",
                "{'q':'a','limit':1.5}|/limit",
                "{'q':'a','limit':51}|/limit",
                "{'q':'a','source':'mail'}|/source",
                "{'q':'a','source':[]}|/source",
                "{'q':'a','source':1}|/source",
                "{'q':'a','source':['gmail','mail']}|/source/1",
                "{'q':'a','account':['']}|/account/0",
                "{'q':'a','cursor':''}|/cursor",
                "{'q':'a','user':'bob'}|/user"
            })
    void an_invalid_member_is_named(String body, String pointer) {
        TestResponse refused = post(body).isProblem(400, "invalid_request");

        assertEquals(List.of(pointer), refused.pointers());
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    void a_cursor_may_have_4_kib_in_a_url_and_12_in_a_body() {
        String refused = get("/search?q=a&cursor=" + "c".repeat(4097))
                .isProblem(400, "invalid_request")
                .json()
                .path("detail")
                .textValue();
        assertTrue(refused.contains("send a longer one by POST"), refused);
        assertTrue(get("/search?q=a&cursor=" + "c".repeat(4096))
                .isProblem(400, "invalid_request")
                .body()
                .contains("not one of this search"));
        assertTrue(post("{'q':'a','cursor':'" + "c".repeat(12288) + "'}")
                .isProblem(400, "invalid_request")
                .body()
                .contains("not one of this search"));
        assertEquals(
                List.of("/cursor"),
                post("{'q':'a','cursor':'" + "c".repeat(12289) + "'}")
                        .isProblem(400, "invalid_request")
                        .pointers());
    }

    @Test
    void a_filter_has_at_most_20_values() {
        get("/search?q=a" + "&account=work".repeat(20)).is(200);
        get("/search?q=a" + "&account=work".repeat(21)).isProblem(400, "invalid_request");
        String many = "'work',".repeat(20) + "'work'";
        assertEquals(
                List.of("/account"),
                post("{'q':'a','account':[" + many + "]}")
                        .isProblem(400, "invalid_request")
                        .pointers());
    }

    @Test
    void a_source_that_fails_has_a_row_and_the_search_goes_on() {
        API.apis().answerWith(() -> new ApiReadResult.LimitReached("another group", Duration.ofSeconds(30)));
        JsonNode row = get("/search?q=plans").is(200).json().at("/sources/0");

        assertEquals("rate_limited", row.path("status").textValue());
        assertTrue(row.path("retry_at").isTextual());
        assertEquals(0, row.path("count").intValue());
    }

    @Test
    void an_item_is_read_as_text_by_its_ref() {
        String ref = get("/search?q=plans").json().at("/items/0/ref").textValue();
        JsonNode item = get("/items/" + ref).is(200).json();

        assertEquals(ref, item.path("ref").textValue());
        assertEquals("We meet on Monday.", item.path("text").textValue());
        assertEquals(2, item.path("hidden_text_removed").intValue());
        assertEquals(1, item.path("links_removed").intValue());
        assertFalse(item.path("truncated").booleanValue());
        assertFalse(item.path("partial").booleanValue());
        assertFalse(item.has("text_missing"));
        assertEquals(UseKind.ITEM, API.uses().receipts().get(1).use().kind());
    }

    @Test
    void another_users_ref_is_the_same_404_as_none() {
        String ref = get("/search?q=plans").json().at("/items/0/ref").textValue();
        TestResponse foreign =
                API.get("/items/" + ref).as("bob+data:read").send().isProblem(404, "not_found");
        TestResponse none = get("/items/none").isProblem(404, "not_found");

        assertEquals(none.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404, not_found",
        "NOT_GRANTED, 403, not_granted",
        "BUSY, 429, busy",
        "PROVIDER_TIMEOUT, 504, provider_timeout",
        "PROVIDER_REDIRECT, 502, provider_redirect",
        "RESPONSE_TOO_LARGE, 502, response_too_large",
        "PROVIDER_UNAVAILABLE, 503, provider_unavailable",
        "INTERNAL_ERROR, 500, internal_error"
    })
    void a_failure_of_an_item_is_a_problem(UseFailure reason, int status, String code) {
        String ref = get("/search?q=plans").json().at("/items/0/ref").textValue();
        API.apis().answerWith(() -> new ApiReadResult.Failed(reason));

        get("/items/" + ref).isProblem(status, code);
    }

    @Test
    void a_reached_limit_of_an_item_says_when_it_ends() {
        String ref = get("/search?q=plans").json().at("/items/0/ref").textValue();
        API.apis().answerWith(() -> new ApiReadResult.LimitReached("another group", Duration.ofSeconds(30)));

        assertEquals("30", get("/items/" + ref).isProblem(429, "rate_limited").header("retry-after"));
    }

    @ParameterizedTest
    @Tag("N1")
    @CsvSource({"item, /search?q=plans", "search, /items/ref-0", "api, /search?q=plans"})
    void a_lease_of_another_kind_opens_nothing(String of, String target) {
        API.get(target).as(leaseToken("'of':['" + of + "']")).send().isProblem(403, "outside_lease");
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    @Tag("N1")
    void a_lease_of_other_sources_searches_none() {
        String token = leaseToken("'sources':['drive']");

        API.get("/search?q=plans").as(token).send().isProblem(403, "outside_lease");
        assertEquals(
                "{\"sources\":[]}", API.get("/sources").as(token).send().is(200).body());
    }

    @Test
    void a_lease_opens_search_sources_and_items() {
        String token = leaseToken("'of':['search','item']");

        API.get("/sources").as(token).send().is(200);
        String ref = API.get("/search?q=plans")
                .as(token)
                .send()
                .is(200)
                .json()
                .at("/items/0/ref")
                .textValue();
        API.get("/items/" + ref).as(token).send().is(200);
    }

    private static String leaseToken(String more) {
        return API.call("POST", "/leases")
                .as("alice+leases:write")
                .json("{'label':'agent',%s}".formatted(more).replace('\'', '"'))
                .send()
                .is(201)
                .json()
                .path("lease_token")
                .textValue();
    }

    @Test
    @Tag("U4")
    void a_store_that_is_down_means_no_call() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("away");
        });
        get("/search?q=plans").isProblem(503, "store_unavailable");
        get("/sources").isProblem(503, "store_unavailable");

        assertEquals(List.of(), API.apis().requests());
    }

    @Test
    void metadata_scopes_open_none_of_these_routes() {
        for (String target : List.of("/sources", "/search?q=a", "/items/x")) {
            API.get(target).as("alice+accounts:read").send().isProblem(403, "insufficient_scope");
            API.get(target).send().isProblem(401, "unauthenticated");
        }
    }
}
