package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Browser of one user at the pages of a {@link TestApi}. It keeps cookies, and sends the form token of its session. */
public final class TestBrowser {

    private final TestApi api;
    private final String user;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Optional<String> language = Optional.empty();

    public TestBrowser(TestApi api, String user) {
        this.api = api;
        this.user = user;
        cookies.put("session", user);
    }

    /** Prefers {@code acceptLanguage} from now on. */
    public TestBrowser preferring(String acceptLanguage) {
        language = Optional.of(acceptLanguage);
        return this;
    }

    /** Returns the names of the cookies that it keeps, without that of the session. */
    public List<String> cookies() {
        return cookies.keySet().stream().filter(name -> !name.equals("session")).toList();
    }

    /** Gives a cookie that it keeps to another browser. */
    public void giveCookies(TestBrowser other) {
        cookies().forEach(name -> other.cookies.put(name, cookies.getOrDefault(name, "")));
    }

    /** Opens a page, and asserts its status. */
    public TestResponse get(int status, String target) {
        return send(status, api.get(target));
    }

    /**
     * Sends a form with its token, and asserts the status.
     *
     * @param fields names and values, such as {@code provider=google}
     */
    public TestResponse post(int status, String target, String... fields) {
        String token = "form_token=" + encoded("form-of-" + user);
        return postWithoutToken(status, target, token + (fields.length == 0 ? "" : "&" + String.join("&", fields)));
    }

    /** Sends a form as it is. */
    public TestResponse postWithoutToken(int status, String target, String body) {
        return send(status, api.call("POST", target).body("application/x-www-form-urlencoded", body.getBytes(UTF_8)));
    }

    /** Opens the page that a response redirects to. */
    public TestResponse follow(String from, TestResponse redirect) {
        URI location = URI.create(from).resolve(redirect.header("location"));
        return get(200, location.toString());
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private TestResponse send(int status, TestRequest request) {
        language.ifPresent(value -> request.header("Accept-Language", value));
        request.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        TestResponse response = request.send();
        assertEquals(status, response.status(), response::toString);
        response.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
        return response;
    }

    private void keep(String setCookie) {
        String[] cookie = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
