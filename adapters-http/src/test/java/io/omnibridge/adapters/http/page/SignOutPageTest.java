package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page to which a sign-in leads after a sign-out that came too late. */
@Tag("W6")
class SignOutPageTest {

    @RegisterExtension
    static final TestApi API = TestApi.withPages();

    @Test
    void the_page_says_that_nothing_was_ended_and_offers_the_button() {
        String page = new TestBrowser(API, "alice").get(200, "/ui/sign-out").body();
        String content = page.substring(page.indexOf("<main"));

        assertTrue(content.contains("<h1>You are not signed out yet</h1>"), page);
        assertTrue(content.contains("<form class=\"actions\" method=\"post\" action=\"../ui/sign-out\">"), page);
        assertTrue(content.contains("name=\"form_token\" value=\"form-of-alice\""), page);
        assertTrue(content.contains("Sign out everywhere</button>"), page);
    }
}
