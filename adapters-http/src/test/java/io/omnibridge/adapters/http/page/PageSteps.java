package io.omnibridge.adapters.http.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestBrowser;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps of users who connect accounts by pages. */
final class PageSteps {

    private static final Pattern STATE = Pattern.compile("[?&;]state=([A-Za-z0-9_-]{43})");
    private static final Pattern ATTEMPT = Pattern.compile("/ui/connected/([0-9a-f]{32})$");

    private final TestApi api;

    PageSteps(TestApi api) {
        this.api = api;
    }

    TestBrowser browser(String user) {
        return new TestBrowser(api, user);
    }

    /** Begins at google, and returns the state that the provider would return. */
    static String begin(TestBrowser browser) {
        TestResponse page = browser.post(200, "/ui/connect", "provider=google");
        Matcher state = STATE.matcher(page.body());
        assertTrue(state.find(), page.body());
        return state.group(1);
    }

    /** Returns to the callback with a code, and returns the path of the page that the browser is sent to. */
    static String callback(TestBrowser browser, String state) {
        return redirected(browser.get(303, "/oauth/callback/google?code=canary-code&state=" + state));
    }

    static String redirected(TestResponse response) {
        String location = response.header("location");
        Matcher attempt = ATTEMPT.matcher(location);
        assertTrue(attempt.find(), location);
        return attempt.group();
    }

    /** Connects an account at google. */
    static String connect(TestBrowser browser) {
        String page = callback(browser, begin(browser));
        browser.post(303, page);
        return page;
    }
}
