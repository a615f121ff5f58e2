package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /accounts} answers in pages. */
@Tag("A20")
class ListingTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static void link(String user, String provider, String account) {
        API.call("POST", "/accounts/link")
                .as(user)
                .json("{\"provider\":\"" + provider + "\",\"provider_account_id\":\"" + account
                        + "\",\"access_token\":\"t\"}")
                .send()
                .is(201);
    }

    private static TestResponse get(String user, String query) {
        String target = "/accounts" + query;
        return ConnectSteps.checked("GET", target, API.get(target).as(user).send());
    }

    private static List<String> ids(TestResponse page) {
        List<String> ids = new ArrayList<>();
        page.is(200)
                .json()
                .path("accounts")
                .forEach(account -> ids.add(account.path("provider_account_id").textValue()));
        return ids;
    }

    private static JsonNode next(TestResponse page) {
        return page.json().path("next_cursor");
    }

    @Test
    void a_page_has_a_hundred_accounts_unless_the_client_says_otherwise() {
        List<String> linked =
                IntStream.range(0, 101).mapToObj("a%03d"::formatted).toList();
        linked.forEach(account -> link("alice", "github", account));

        TestResponse first = get("alice", "");
        assertEquals(linked.subList(0, 100), ids(first));
        TestResponse last = get("alice", "?cursor=" + next(first).textValue());
        assertEquals(linked.subList(100, 101), ids(last));
        assertTrue(next(last).isNull());
        TestResponse whole = get("alice", "?limit=1000");
        assertEquals(linked, ids(whole));
        assertTrue(next(whole).isNull());
    }

    @Test
    void the_filter_by_provider_is_kept_from_page_to_page() {
        List.of("a", "b", "c").forEach(account -> link("alice", "github", account));
        List.of("a", "b").forEach(account -> link("alice", "notion", account));

        TestResponse first = get("alice", "?provider=notion&limit=1");
        TestResponse second =
                get("alice", "?provider=notion&limit=1&cursor=" + next(first).textValue());

        assertEquals(List.of("a"), ids(first));
        assertEquals(List.of("b"), ids(second));
        assertTrue(next(second).isNull());
    }

    @Test
    @Tag("Z1")
    void a_cursor_of_one_user_shows_another_user_their_own_accounts() {
        List.of("a", "b").forEach(account -> link("alice", "github", account));
        List.of("0", "z").forEach(account -> link("bob", "github", account));

        String cursor = next(get("alice", "?limit=1")).textValue();

        assertEquals(List.of("z"), ids(get("bob", "?cursor=" + cursor)));
    }

    @Test
    void a_cursor_outlives_the_account_that_it_was_made_of() {
        List.of("a", "b", "c").forEach(account -> link("alice", "github", account));
        String cursor = next(get("alice", "?limit=2")).textValue();

        API.call("DELETE", "/accounts/github/b").as("alice").send().is(204);
        link("alice", "github", "aa");

        assertEquals(List.of("c"), ids(get("alice", "?cursor=" + cursor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "01", "+1", "1.0", "1e1", "x", "", "99999999999999999999"})
    void a_limit_is_an_integer_from_1_to_1000(String limit) {
        get("alice", "?limit=" + limit).isProblem(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%00",
                "Z2l0aHVi",
                "Z2l0aHViLzE=",
                "Z2l0aHViLzF",
                "Z2l0aHViLzE%20",
                "R2l0aHViLzE",
                "Z2l0aHViLy4u",
                "Lzg",
                "null",
                "../../etc"
            })
    void a_cursor_that_no_response_had_is_refused(String cursor) {
        TestResponse refused = get("alice", "?cursor=" + cursor).isProblem(400, "invalid_request");
        assertTrue(refused.json().path("detail").textValue().contains("cursor"), refused::toString);
    }

    @Test
    void a_long_cursor_is_refused() {
        String text = "github/" + "a".repeat(5_000);
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        get("alice", "?cursor=" + cursor).isProblem(400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "scopes"})
    void scopes_have_at_most_8192_characters_together(String member) {
        List<String> scopes = IntStream.range(0, 32)
                .mapToObj(i -> "%03d".formatted(i) + "s".repeat(252))
                .toList();
        API.link(body(member, scopes)).send().is(201);
        List<String> longer = new ArrayList<>(scopes);
        longer.add("s");

        TestResponse refused = API.link(body(member, longer)).send().isProblem(400, "invalid_request");

        assertEquals(
                "/" + member,
                refused.json().path("errors").path(0).path("pointer").textValue());
    }

    private static String body(String member, List<String> scopes) {
        String value = member.equals("scope")
                ? "\"" + String.join(" ", scopes) + "\""
                : "[\"" + String.join("\",\"", scopes) + "\"]";
        return "{\"provider\":\"github\",\"provider_account_id\":\"1\",\"access_token\":\"t\",\"" + member + "\":"
                + value + "}";
    }
}
