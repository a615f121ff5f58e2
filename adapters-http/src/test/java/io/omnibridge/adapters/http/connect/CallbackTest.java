package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @ParameterizedTest
    @CsvSource({Backend.IN_FRAGMENT + ", #", Backend.IN_QUERY + ", ?", Backend.IN_EXISTING_QUERY + ", &"})
    void the_browser_is_redirected_to_the_return_url_with_the_ticket(String returnTo, String separator) {
        BegunAttempt begun = steps.beginFor("alice", returnTo);
        TestResponse response =
                steps.callback("google", "code=c&state=" + begun.state()).is(303);
        String expected = returnTo + separator + "attempt_id=" + begun.id() + "&ticket=";
        assertTrue(response.header("location").startsWith(expected), response::toString);
        assertEquals(expected.length() + 43, response.header("location").length());
        assertEquals("", response.body());
    }

    @Tag("O7")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "state=S",
                "code=c",
                "error=access_denied",
                "state=S&code=c&error=access_denied",
                "state=S&state=S&code=c",
                "state=S&state=T&code=c",
                "state=S&code=c&code=c",
                "state=S&error=x&error=x",
                "state=S&code=c&iss=a&iss=a",
                "state=&code=c",
                "state=S&code=",
                "state=S&code",
                "state=S&error=",
                "state=S&code=&error=",
                "state&code=c",
                "State=S&code=c",
                "state=S;code=c",
                "state=S&code=a%20b",
                "state=S&code=%00",
                "state=S&code=%c3%a9",
                "state=S&code=%ff",
                "state=S&code=%",
                "state=S&code=%zz",
                "state=%ff&code=c",
                "state=S%26code=c",
                "state=S&code=c&iss=%c0%af"
            })
    void an_invalid_query_gets_a_page_and_changes_nothing(String query) {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        List<ConnectAttempt> before = API.attempts().all();
        TestResponse response =
                steps.callback("google", query.replace("S", begun.state()).replace(begun.state() + "tate", "State"));
        isPage(400, response);
        assertEquals(before, API.attempts().all());
        steps.complete("alice", begun.id(), steps.ticket(begun)).is(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope=openid%20email&authuser=0&hd=example.org&prompt=consent",
                "session_state=x&client_info=y",
                "scope=a&scope=b",
                "error_description=%E9t%E9&error_uri=%",
                "%ff=%ff&%zz&=&&==",
                "code%3D=x",
                "code%00=x",
                "codes=x&xstate=y",
                "access_token=t&user=bob"
            })
    void parameters_that_a_provider_adds_are_ignored(String more) {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String query = more + "&code=c&state=" + begun.state() + "&" + more;
        TestResponse response = steps.callback("google", query).is(303);
        assertTrue(response.header("location").contains("&ticket="), response::toString);
    }

    @Tag("O1")
    @Test
    void an_unknown_state_is_not_found() {
        for (String state : List.of("x", ConnectSteps.wrongTicket(1), "x".repeat(8_000), "%F0%9F%98%80")) {
            isPage(404, steps.callback("google", "code=c&state=" + state));
        }
    }

    @Tag("O1")
    @Test
    void of_many_browsers_with_the_same_state_one_receives_a_ticket() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        List<Integer> statuses = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> steps.callback("google", "code=c" + i + "&state=" + begun.state())
                        .status())
                .sorted()
                .toList();
        assertEquals(303, statuses.get(0));
        assertEquals(99, statuses.stream().filter(status -> status == 404).count());
    }

    @Tag("O13")
    @ParameterizedTest
    @ValueSource(strings = {"notion", "github", "Google", "google%20", "x.y"})
    void the_state_of_one_provider_is_unknown_at_another(String provider) {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        TestResponse elsewhere = steps.callback(provider, "code=c&state=" + begun.state());
        TestResponse nothing = steps.callback("google", "code=c&state=x");
        isPage(404, elsewhere);
        assertEquals(nothing.bodyWithoutRequestId(), elsewhere.bodyWithoutRequestId());
        assertEquals(nothing.comparableHeaders(), elsewhere.comparableHeaders());
        assertEquals("pending", steps.status("alice", begun));
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O7")
    @ParameterizedTest
    @CsvSource({
        "access_denied, access_denied",
        "server_error,  provider_error",
        "canary-error,  provider_error",
        "%F0%9F%98%80,  provider_error"
    })
    void a_providers_error_is_passed_on_as_one_of_our_own_reasons(String error, String word) {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_QUERY);
        String query = "error=" + error + "&error_description=canary-text&state=" + begun.state();
        TestResponse response = steps.callback("google", query).is(303);
        assertEquals(Backend.IN_QUERY + "?attempt_id=" + begun.id() + "&error=" + word, response.header("location"));
        TestResponse shown = steps.show("alice", begun.id()).is(200);
        assertEquals("failed", shown.json().path("status").textValue());
        assertEquals(word, shown.json().path("reason").textValue());
        TestResponse completed = steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1));
        completed.isProblem(409, "attempt_failed");
        assertFalse((response.toString() + shown + completed).contains("canary"));
    }

    @Tag("O3")
    @Test
    void a_response_of_another_issuer_is_rejected_and_its_code_never_sent() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        TestResponse response = steps.callback("google", "code=c&iss=https://evil.example&state=" + begun.state())
                .is(303);
        assertTrue(response.header("location").endsWith("&error=wrong_issuer"), response::toString);
        steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1)).isProblem(409, "attempt_failed");
        assertEquals(0, API.providers().exchanges());
    }

    @Test
    void a_head_request_changes_nothing() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String target = "/oauth/callback/google?code=c&state=" + begun.state();
        TestResponse response = ConnectSteps.checked(
                        "HEAD", target, API.call("HEAD", target).send())
                .is(200);
        assertFalse(response.headers().containsKey("location"));
        assertEquals("pending", steps.status("alice", begun));
    }

    @Test
    void a_token_in_the_request_changes_nothing() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        API.get("/oauth/callback/google?code=c&state=" + begun.state())
                .as("refused+EXPIRED")
                .header("Cookie", "session=x")
                .send()
                .is(303);
    }

    private static void isPage(int status, TestResponse response) {
        response.is(status);
        assertEquals("text/html;charset=utf-8", response.header("content-type"));
        assertFalse(response.body().contains("ticket="), response::toString);
        assertFalse(response.headers().containsKey("location"));
    }
}
