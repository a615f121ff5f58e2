package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user connects an account by pages: it needs the session, and the ticket in the browser that returned. */
class ConnectByPageTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private final PageSteps steps = new PageSteps(API);
    private TestBrowser alice = steps.browser("alice");
    private TestBrowser bob = steps.browser("bob");

    @BeforeEach
    void openBrowsers() {
        alice = steps.browser("alice");
        bob = steps.browser("bob");
    }

    private static void assertNothingConnected() {
        assertEquals(0, API.providers().exchanges());
        assertEquals(List.of(), API.store().accounts());
    }

    private static void assertHeading(String heading, TestResponse page) {
        assertTrue(page.body().contains("<h1>" + heading + "</h1>"), page.body());
    }

    @Test
    void the_browser_goes_to_the_provider_by_a_page_and_not_by_a_redirect() {
        TestResponse page = alice.post(200, "/ui/connect", "provider=google");

        assertTrue(
                page.body().contains("<meta http-equiv=\"refresh\" content=\"0; url=https://google.example/authorize?"),
                page.body());
        assertTrue(page.body().contains(">Continue to Google</a>"), page.body());
    }

    @Tag("W7")
    @Test
    void nothing_is_exchanged_before_the_user_confirms() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));

        TestResponse asked = alice.get(200, page);

        assertHeading("Connect this account?", asked);
        assertTrue(
                asked.body()
                        .contains("you just used at <bdi>Google</bdi> will be connected to"
                                + " <bdi>alice &lt;Example&gt;, alice@example.com</bdi>."),
                asked.body());
        assertNothingConnected();
    }

    @Test
    void after_the_confirmation_the_account_is_connected_and_the_ticket_is_gone() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        assertEquals(1, alice.cookies().size());

        TestResponse connected = alice.follow(page, alice.post(303, page));

        assertHeading("The account is connected", connected);
        assertTrue(connected.body().contains("role=\"status\""), connected.body());
        assertTrue(connected.body().contains("/disconnect\""), connected.body());
        assertEquals(1, API.providers().exchanges());
        assertEquals(List.of(), alice.cookies());
    }

    @Tag("W7")
    @Test
    void neither_another_user_nor_another_browser_completes_an_attempt() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        TestBrowser elsewhere = steps.browser("alice");
        alice.giveCookies(bob);

        for (TestBrowser wrong : List.of(elsewhere, bob)) {
            assertHeading("This connection is not yours to confirm", wrong.get(404, page));
            assertHeading("This connection is not yours to confirm", wrong.post(404, page));
        }
        assertNothingConnected();
        alice.post(303, page);
        assertEquals(1, API.providers().exchanges());
    }

    @Tag("W7")
    @Test
    void a_consent_to_an_attempt_of_another_user_connects_nothing() {
        String malloryState = PageSteps.begin(bob);

        String page = PageSteps.callback(alice, malloryState);

        assertHeading("This connection is not yours to confirm", alice.get(404, page));
        assertHeading("This connection is not yours to confirm", alice.post(404, page));
        assertHeading("This connection is not yours to confirm", bob.get(404, page));
        assertHeading("This connection is not yours to confirm", bob.post(404, page));
        assertNothingConnected();
    }

    @Tag("W7")
    @Test
    void the_api_completes_no_attempt_of_a_page_and_a_page_none_of_the_api() {
        ConnectSteps clients = new ConnectSteps(API);
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        String id = page.substring(page.lastIndexOf('/') + 1);
        clients.complete("alice", id, ConnectSteps.wrongTicket(1)).isProblem(404, "not_found");
        assertEquals("returned", clients.show("alice", id).json().path("status").textValue());

        ConnectSteps.BegunAttempt begun = clients.begin("alice");
        clients.callback("google", "code=c&state=" + begun.state()).is(200);
        alice.get(404, "/ui/connected/" + begun.id());
        alice.post(404, "/ui/connected/" + begun.id());
        alice.post(404, "/ui/connected/" + begun.id() + "/cancel");
        assertNothingConnected();
    }

    @Tag("W7")
    @Test
    void an_attempt_of_a_page_cannot_be_begun_by_the_api() {
        for (String url : List.of("/ui/connected", "https://vault.example/ui/connected")) {
            new ConnectSteps(API)
                    .begin("alice", "{\"provider\":\"google\",\"return_to\":\"" + url + "\"}")
                    .is(400);
        }
    }

    @Tag("W7")
    @Test
    void a_form_without_the_token_of_the_session_changes_nothing() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        for (String body : List.of("", "form_token=", "form_token=form-of-bob", "form_token=a&form_token=b")) {
            alice.postWithoutToken(body.contains("&") ? 400 : 403, page, body);
            alice.postWithoutToken(body.contains("&") ? 400 : 403, "/ui/connect", body + "&provider=google");
        }
        assertHeading("Connect this account?", alice.get(200, page));
        assertNothingConnected();
    }

    @Tag("W7")
    @Test
    void a_replayed_confirmation_connects_nothing_after_a_disconnect() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        TestBrowser copy = steps.browser("alice");
        alice.giveCookies(copy);
        alice.post(303, page);
        alice.post(200, "/ui/accounts/google/110169484474386276334/disconnect");

        copy.post(404, page);
        assertHeading("The account is disconnected", copy.get(200, page));
        alice.post(404, page);

        assertEquals(1, API.providers().exchanges());
        assertEquals(List.of(), API.store().accounts());
    }

    @Test
    void a_repeated_confirmation_shows_the_account_again() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        TestBrowser copy = steps.browser("alice");
        alice.giveCookies(copy);
        alice.post(303, page);

        assertHeading("The account is connected", copy.follow(page, copy.post(303, page)));
        assertEquals(1, API.providers().exchanges());
    }

    @Test
    void a_cancelled_attempt_connects_nothing_any_more() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        TestBrowser copy = steps.browser("alice");
        alice.giveCookies(copy);

        TestResponse cancelled = alice.follow(page + "/cancel", alice.post(303, page + "/cancel"));

        assertHeading("The account was not connected", cancelled);
        assertTrue(cancelled.body().contains("The connection was cancelled."), cancelled.body());
        assertHeading("The account was not connected", copy.follow(page, copy.post(303, page)));
        assertNothingConnected();
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, The permission was not granted at the provider.",
        "canary_error, The provider rejected the request for permission."
    })
    void a_refusal_of_the_provider_is_named_in_our_own_words(String error, String sentence) {
        String state = PageSteps.begin(alice);
        TestResponse callback =
                alice.get(303, "/oauth/callback/google?error_description=canary&error=" + error + "&state=" + state);

        TestResponse page = alice.get(200, PageSteps.redirected(callback));

        assertHeading("The account was not connected", page);
        assertTrue(page.body().contains(sentence), page.body());
        assertFalse(page.body().contains("canary"), page.body());
    }

    @Test
    void an_attempt_that_is_confirmed_too_late_says_so() {
        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        API.clock().advance(Duration.ofMinutes(3));

        assertHeading("The connection took too long", alice.follow(page, alice.post(303, page)));
        assertNothingConnected();
    }

    @Test
    void an_attempt_whose_browser_has_not_returned_says_so() {
        PageSteps.begin(alice);
        String id = API.attempts().all().get(0).id().value();

        assertHeading("The connection is not finished", alice.get(200, "/ui/connected/" + id));
        alice.post(404, "/ui/connected/" + id);
    }

    @Test
    void a_browser_keeps_three_tickets_at_most() {
        String first = PageSteps.callback(alice, PageSteps.begin(alice));
        for (int i = 0; i < 3; i++) {
            PageSteps.callback(alice, PageSteps.begin(alice));
        }

        assertEquals(3, alice.cookies().size());
        assertFalse(alice.cookies()
                .contains("omnibridge_ticket_"
                        + first.substring(first.lastIndexOf('/') + 1).substring(0, 8)));
    }

    @Test
    void a_ticket_is_kept_where_no_script_reads_it_and_only_as_long_as_it_is_valid() {
        String target = "/oauth/callback/google?code=c&state=" + PageSteps.begin(alice);
        TestResponse response = ConnectSteps.checked("GET", target, alice.get(303, target));

        assertTrue(
                response.header("set-cookie").endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=120"),
                response::toString);
        assertFalse(response.header("location").contains("ticket"), response::toString);
    }

    @Test
    void too_many_attempts_too_many_calls_and_an_unknown_provider_are_said_plainly() {
        assertHeading("This provider cannot be connected", alice.post(400, "/ui/connect", "provider=github"));
        assertHeading("This provider cannot be connected", alice.post(400, "/ui/connect", "provider=%3Cb%3E"));
        assertHeading("This provider cannot be connected", alice.post(400, "/ui/connect"));

        String page = PageSteps.callback(alice, PageSteps.begin(alice));
        API.occupyProvider("alice", "google");
        TestResponse busy = alice.post(429, page);
        assertHeading("Too much is going on at the moment", busy);
        assertEquals("1", busy.header("retry-after"));
        API.releaseProvider();
        assertHeading("Connect this account?", alice.get(200, page));

        for (int i = 1; i < 20; i++) {
            PageSteps.begin(alice);
        }
        assertHeading("Too many connections were begun", alice.post(409, "/ui/connect", "provider=google"));
    }

    @Test
    void pages_speak_the_language_of_the_browser() {
        alice.preferring("de-CH,de;q=0.9,en;q=0.1");
        String page = PageSteps.callback(alice, PageSteps.begin(alice));

        assertHeading("Dieses Konto verbinden?", alice.get(200, page));
        assertHeading("Das Konto ist verbunden", alice.follow(page, alice.post(303, page)));
    }
}
