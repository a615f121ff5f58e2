package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages that a browser shows after it returns from a provider. */
class CallbackPagesTest {

    private static final Pattern TICKET = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @RegisterExtension
    static final TestApi DEVELOPMENT = TestSetup.DEFAULT.showingTickets().api();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Tag("O10")
    @Test
    void every_callback_response_hides_its_url_and_forbids_frames() {
        List<TestResponse> responses = new ArrayList<>();
        String withoutReturnUrl = steps.begin("alice").state();
        responses.add(steps.callback("google", "code=c&state=" + withoutReturnUrl));
        responses.add(steps.callback("google", "code=c&state=" + withoutReturnUrl));
        responses.add(steps.callback("google", ""));
        responses.add(steps.callback("Google", "code=c&state=x"));
        responses.add(steps.callback(
                "google", "error=access_denied&state=" + steps.begin("alice").state()));
        String withReturnUrl = steps.beginFor("alice", Backend.IN_FRAGMENT).state();
        responses.add(steps.callback("google", "code=c&state=" + withReturnUrl));
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        responses.add(steps.callback("google", "code=c&state=x"));
        API.store().beforeEveryCall(() -> {
            throw new IllegalStateException("canary");
        });
        responses.add(steps.callback("google", "code=c&state=x"));

        API.store().beforeEveryCall(() -> {
            throw new StackOverflowError("canary");
        });
        responses.add(steps.callback("google", "code=c&state=x"));

        assertEquals(
                List.of(200, 404, 400, 404, 400, 303, 503, 500, 500),
                responses.stream().map(TestResponse::status).toList());
        responses.forEach(CallbackPagesTest::assertIsolated);
        responses.stream()
                .filter(response -> response.status() != 303)
                .forEach(response -> assertEquals("text/html;charset=utf-8", response.header("content-type")));
    }

    private static void assertIsolated(TestResponse response) {
        response.hasCommonHeaders();
        assertEquals("no-referrer", response.header("referrer-policy"));
        assertEquals("DENY", response.header("x-frame-options"));
        String policy = response.header("content-security-policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; "), policy);
        assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(response.body().contains("canary"), response::toString);
    }

    @Test
    void after_consent_the_page_sends_the_user_back_to_the_application() {
        BegunAttempt begun = steps.begin("alice");
        TestResponse response =
                steps.callback("google", "code=c&state=" + begun.state()).is(200);
        assertTrue(response.body().contains("<h1>Almost done</h1>"), response.body());
        assertFalse(TICKET.matcher(response.body()).find());
        assertFalse(response.body().contains(begun.id()));
    }

    @Test
    void after_a_denial_the_page_says_so_in_plain_words() {
        BegunAttempt begun = steps.begin("alice");
        TestResponse response =
                steps.callback("google", "error=access_denied&error_description=%3Cscript%3E&state=" + begun.state());
        assertTrue(response.body().contains("<h1>The account was not connected</h1>"), response.body());
        assertTrue(response.body().contains("The permission was not granted at the provider"), response.body());
        assertFalse(response.body().contains("script"), response.body());
    }

    @Tag("OP2")
    @Test
    void a_reload_after_success_does_not_say_that_nothing_was_connected() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String query = "code=c&state=" + begun.state();
        String ticket = steps.ticket(begun);
        String afterTheCallback = steps.callback("google", query).is(404).body();
        steps.complete("alice", begun.id(), ticket).is(201);
        String afterTheEnd = steps.callback("google", query).is(404).body();

        for (String page : List.of(afterTheCallback, afterTheEnd)) {
            assertTrue(page.contains("<h1>There is nothing left to do here</h1>"), page);
            assertFalse(page.contains("not connected"), page);
        }
    }

    @Test
    void a_page_is_in_the_language_of_the_browser() {
        String target = "/oauth/callback/google?error=access_denied&state="
                + steps.begin("alice").state();
        TestResponse response = API.get(target)
                .header("Accept-Language", "de-AT,de;q=0.9")
                .send()
                .is(400);
        assertEquals("de", response.header("content-language"));
        assertTrue(response.body().contains("<html lang=\"de\">"), response.body());
        assertTrue(response.body().contains("<h1>Das Konto wurde nicht verbunden</h1>"), response.body());

        TestResponse error = API.get("/oauth/callback/google")
                .header("Accept-Language", "de")
                .send()
                .is(400);
        assertTrue(error.body().contains("Referenznummer: <code>"), error.body());
    }

    @Test
    void an_unknown_address_below_the_pages_gets_a_page_with_a_way_out() {
        TestResponse response = API.get("/ui/nothing").send().is(404);
        assertEquals("same-origin", response.header("referrer-policy"));
        assertTrue(response.body().contains("<h1>There is nothing here</h1>"), response.body());
        assertTrue(response.body().contains("href=\"../ui/accounts\""), response.body());
    }

    @Tag("L4")
    @Test
    void the_page_with_the_ticket_says_how_long_it_is_valid() {
        ConnectSteps development = new ConnectSteps(DEVELOPMENT);
        String query = "code=c&state=" + development.begin("alice").state();

        String page = development.callback("google", query).is(200).body();

        assertTrue(page.contains("The ticket is valid for 2 minutes"), page);
    }

    @Test
    void an_error_page_shows_the_request_id() {
        TestResponse response = steps.callback("google", "");
        assertTrue(
                response.body().contains("Reference number: <code>" + response.header("x-request-id") + "</code>"),
                response.body());
    }

    @Tag("D2")
    @Test
    void during_an_outage_of_the_store_the_page_says_when_to_retry() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        TestResponse response = steps.callback("google", "code=c&state=x").is(503);
        assertEquals("1", response.header("retry-after"));
        assertTrue(response.body().contains("<h1>"), response.body());
    }

    @Test
    void in_development_the_page_shows_the_valid_ticket_once() {
        ConnectSteps development = new ConnectSteps(DEVELOPMENT);
        BegunAttempt begun = development.begin("alice");
        String query = "code=c&state=" + begun.state();
        TestResponse page = development.callback("google", query).is(200);
        assertTrue(page.body().contains("<code>" + begun.id() + "</code>"), page.body());
        Matcher ticket = TICKET.matcher(page.body());
        assertTrue(ticket.find(), page.body());
        assertIsolated(page);
        assertFalse(TICKET.matcher(development.callback("google", query).body()).find());
        development.complete("alice", begun.id(), ticket.group(1)).is(201);
    }
}
