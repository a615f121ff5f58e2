package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the pages, who signs in at the issuer with a browser. */
final class PagesBrowser {

    private static final Pattern REFRESH = Pattern.compile("<meta http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");
    private static final String FIRST_PAGE = "/ui/accounts";

    private final Browser browser;

    PagesBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Signs in, and returns the first page. */
    String signIn() {
        HttpResponse<String> page = submit("/ui/sign-in", "to=" + encode(FIRST_PAGE));
        String redirect = browser.consent(next(page));
        HttpResponse<String> signedIn = open(redirect.substring(ProvidersFile.PUBLIC_URL.length()));
        assertEquals(303, signedIn.statusCode(), signedIn::body);
        assertEquals(FIRST_PAGE, Browser.location(signedIn));
        HttpResponse<String> first = open(FIRST_PAGE);
        assertEquals(200, first.statusCode(), first::body);
        return first.body();
    }

    /** Returns whether the pages ask for a sign-in. */
    boolean isSignedOut() {
        return Browser.location(open(FIRST_PAGE)).contains("/ui/sign-in");
    }

    /** Signs out, and returns the page of the issuer that comes next; empty if there is none. */
    String signOut() {
        Matcher token = TOKEN.matcher(open(FIRST_PAGE).body());
        assertTrue(token.find());
        HttpResponse<String> page = submit("/ui/sign-out", "form_token=" + encode(token.group(1)));
        return page.statusCode() == 200 ? next(page) : "";
    }

    private static String next(HttpResponse<String> page) {
        Matcher refresh = REFRESH.matcher(page.body());
        assertTrue(refresh.find(), page::body);
        return refresh.group(1).replace("&amp;", "&");
    }

    private HttpResponse<String> open(String path) {
        return browser.open(ProvidersFile.PUBLIC_URL + path);
    }

    private HttpResponse<String> submit(String path, String form) {
        return browser.submit(ProvidersFile.PUBLIC_URL + path, form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
