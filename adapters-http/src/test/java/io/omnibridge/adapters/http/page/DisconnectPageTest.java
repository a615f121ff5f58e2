package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.audit.AuditOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DisconnectPageTest {

    private static final String PAGE = "/ui/accounts/google/110169484474386276334/disconnect";

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    private final TestBrowser alice = new TestBrowser(API, "alice");

    private static void assertSays(TestResponse page, String... parts) {
        for (String part : parts) {
            assertTrue(page.body().contains(part), () -> part + " in " + page.body());
        }
    }

    @Test
    void the_page_says_what_it_means_before_anything_happens() {
        PageSteps.connect(alice);

        TestResponse page = alice.get(200, PAGE);

        assertSays(
                page,
                "<h1>Disconnect this account?</h1>",
                "<bdi>110169484474386276334</bdi> at <bdi>Google</bdi>",
                "Then <bdi>Google</bdi> is asked to revoke it, and ends every permission",
                "class=\"danger\">Disconnect</button>");
        assertEquals(1, API.store().accounts().size());
    }

    @Test
    void after_it_the_page_says_that_the_provider_has_revoked_the_permission() {
        PageSteps.connect(alice);

        TestResponse page = alice.post(200, PAGE);

        assertSays(page, "<h1>The account is disconnected</h1>", "role=\"status\"", "has revoked the permission");
        assertEquals(List.of(), API.store().accounts());
        assertTrue(API.store().outcomes().contains(AuditOutcome.UNLINKED));
    }

    @Test
    void a_provider_that_does_not_answer_is_asked_again_and_the_page_says_so() {
        PageSteps.connect(alice);
        API.providers().revocation(() -> new RevocationResult.Failed(Duration.ZERO));

        assertSays(
                alice.post(200, PAGE),
                "asks again for up to seven days",
                "<a class=\"action\" href=\"https://google.example/grants\">Open the permissions page of Google</a>");
    }

    @Test
    void a_provider_without_revocation_has_a_page_of_its_own() {
        API.link("""
                {"provider":"notion","provider_account_id":"1","access_token":"canary-token"}
                """).send().is(201);

        assertSays(
                alice.get(200, "/ui/accounts/notion/1/disconnect"),
                "<bdi>Notion</bdi> offers no way to revoke the permission",
                "An application connected this account.");
        assertSays(
                alice.post(200, "/ui/accounts/notion/1/disconnect"),
                "offers no way to revoke the permission",
                "href=\"https://notion.example/grants\"");
    }

    @Test
    void an_account_that_is_not_there_is_named_plainly() {
        for (String page : List.of(PAGE, "/ui/accounts/google/%7C/disconnect", "/ui/accounts/Google/1/disconnect")) {
            assertSays(alice.get(404, page), "<h1>This account is not connected</h1>");
            assertSays(alice.post(404, page), "<h1>This account is not connected</h1>");
        }
    }

    @Test
    void without_a_session_the_browser_goes_to_the_sign_in() {
        assertEquals(
                "/ui/sign-in?to=" + TestBrowser.encoded(PAGE),
                API.get(PAGE).send().is(303).header("location"));
    }
}
