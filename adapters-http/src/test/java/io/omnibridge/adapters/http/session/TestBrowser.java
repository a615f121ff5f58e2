package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Browser as far as sessions concern it: it keeps cookies, and sends forms from the service's own pages. */
final class TestBrowser {

    private static final Pattern SET_COOKIE = Pattern.compile("([^=;]+)=([^;]*)(.*)");

    private final TestApi api;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    TestBrowser(TestApi api) {
        this.api = api;
    }

    /** Returns the names of the cookies. */
    List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }

    /** Gives this browser all cookies of another. */
    void steal(TestBrowser victim) {
        cookies.putAll(victim.cookies);
    }

    TestResponse get(String target) {
        return keep(withCookies(api.get(target)).send());
    }

    TestResponse head(String target) {
        return call("HEAD", target);
    }

    /** Opens a page by another name of the host. */
    TestResponse getAt(String host, String target) {
        return keep(withCookies(api.call("GET", target).at(host)).send());
    }

    /** Sends a form of one of the service's own pages, by another name of the host. */
    TestResponse postAt(String host, String target) {
        return keep(
                form(target).at(host).header("Sec-Fetch-Site", "same-origin").send());
    }

    TestResponse call(String method, String target) {
        return withCookies(api.call(method, target)).send();
    }

    /** Sends a bearer token too, if one is given. */
    TestResponse getAs(String token, String target) {
        TestRequest request = withCookies(api.get(target));
        return (token.isEmpty() ? request : request.as(token)).send();
    }

    /** Sends one more cookie, which another site set. */
    TestResponse getWith(String target, String cookie) {
        return keep(withCookies(api.get(target)).header("Cookie", cookie).send());
    }

    /** Sends a form of one of the service's own pages. */
    TestResponse post(String target, String... namesAndValues) {
        return keep(form(target, namesAndValues)
                .header("Sec-Fetch-Site", "same-origin")
                .send());
    }

    /** Returns a request with a form and the cookies, which says nothing of the page that sends it. */
    TestRequest form(String target, String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return withCookies(api.call("POST", target))
                .body("application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a sign-in; the state is in the attempt that the issuer received. */
    TestBrowser beginSignIn(String to) {
        assertEquals(200, post("/ui/sign-in", "to", to).status());
        return this;
    }

    /** Returns the token of the forms on the page. */
    String formToken() {
        return get("/ui/accounts").body().split(" ", -1)[1];
    }

    private TestRequest withCookies(TestRequest request) {
        String header = cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    private TestResponse keep(TestResponse response) {
        for (String cookie : response.headers().getOrDefault("set-cookie", List.of())) {
            Matcher pair = SET_COOKIE.matcher(cookie);
            if (!pair.matches()) {
                throw new AssertionError(cookie);
            }
            cookies.remove(pair.group(1));
            if (!pair.group(3).contains("Max-Age=0")) {
                cookies.put(pair.group(1), pair.group(2));
            }
        }
        return response;
    }
}
