package io.omnibridge.adapters.providers.reads;

import static io.omnibridge.adapters.providers.reads.BuiltInReads.get;
import static io.omnibridge.adapters.providers.reads.BuiltInReads.url;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F11")
class ReadMatcherTest {

    private static final String MESSAGES = "/gmail/v1/users/me/messages";

    @ParameterizedTest
    @Tag("F2")
    @ValueSource(
            strings = {
                "/..",
                "/.",
                "/%2e%2e",
                "/%2E.",
                "/.%2e",
                "//x",
                "/a//b",
                "/",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a;b",
                "/a%3bb",
                "/a%00",
                "/a%0d%0aX-Y:%20z",
                "/a%7f",
                "/a%c2%85",
                "/%252e%252e",
                "/a%252fb",
                "/a#b",
                "/a b",
                "/a\u0000",
                "/a\r\nHost:x",
                "/%",
                "/%2",
                "/%zz",
                "/%ff",
                "/%c0%ae",
                "/%c0%af",
                "/\u00e9",
                "/a?b",
                "/<a>",
                "/a\"b",
                "/a|b",
                "/a^b",
                "/a%80"
            })
    void a_path_with_more_than_one_reading_is_refused(String tail) {
        assertInstanceOf(ReadMatch.Invalid.class, get("google", MESSAGES + tail, ""));
        assertInstanceOf(ReadMatch.Invalid.class, get("github", "/repos/o/r/contents" + tail, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "https://evil.example/", "//evil.example/x", "/https://evil.example", "@evil.example"})
    void no_path_names_a_host(String path) {
        ReadMatch match = get("github", path, "");

        assertFalse(match instanceof ReadMatch.Found, () -> match.toString());
    }

    @Test
    void signs_that_mean_nothing_inside_a_segment_are_sent_encoded() {
        assertEquals(
                "https://www.googleapis.com/calendar/v3/calendars/addressbook%23contacts%40group.v.calendar.google.com/events",
                url("google", "/calendar/v3/calendars/addressbook%23contacts@group.v.calendar.google.com/events", ""));
        assertEquals(
                "https://api.github.com/repos/o/r/contents/a%21b/c%3Dd",
                url("github", "/repos/o/r/contents/a!b/c=d", ""));
        assertEquals(
                "https://api.github.com/repos/o/r/contents/100%25.txt",
                url("github", "/repos/o/r/contents/100%25.txt", ""));
    }

    @Test
    void what_the_media_condition_names_is_another_read() {
        assertEquals(
                "https://www.googleapis.com/drive/v3/files/1?alt=media",
                url("google", "/drive/v3/files/1", "alt=media"));
        assertEquals(
                "https://www.googleapis.com/drive/v3/files/1?fields=id",
                url("google", "/drive/v3/files/1", "fields=id"));
        assertInstanceOf(ReadMatch.Invalid.class, get("google", "/drive/v3/files/1", "alt=media&alt=json"));
        assertInstanceOf(ReadMatch.Invalid.class, get("google", "/drive/v3/files/1", "alt=json"));
    }

    @Test
    void the_quote_in_the_argument_of_a_function_is_doubled() {
        assertEquals(
                "https://graph.microsoft.com/v1.0/me/drive/root/search(q='it%27%27s%20%28all%29')?%24top=5",
                url("microsoft", "/v1.0/me/drive/root/search(q='it's%20(all)')", "$top=5"));
        assertEquals(
                "https://graph.microsoft.com/v1.0/me/drive/root/search(q='a')",
                url("microsoft", "/v1.0/me/drive/root/search%28q=%27a%27%29", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_token=x",
                "ACCESS_TOKEN=x",
                "%61ccess_token=x",
                "$access_token=x",
                "%24access_token=x",
                "oauth_token=x",
                "token=x",
                "key=x",
                "client_secret=x",
                "callback=x",
                "$callback=x",
                "httpMethod=DELETE",
                "_method=DELETE",
                "$.xgafv=2",
                "xgafv=1",
                "uploadType=media",
                "access_token[]=x",
                "access.token=x",
                "+token=x",
                "token",
                "TOKEN=",
                "%E0%80=x",
                "q=%00",
                "q=%0a",
                "=x",
                "q=a&&q=b",
                "q=%zz",
                "q=a#b",
                "q=\u00e9",
                "q=a b",
                "q=a\r\nX: y"
            })
    void a_parameter_that_carries_a_token_or_changes_the_request_is_refused(String query) {
        assertInstanceOf(ReadMatch.Invalid.class, get("google", MESSAGES, query));
    }

    @Test
    void the_sentences_say_what_is_allowed_and_repeat_no_value() {
        assertEquals(
                new ReadMatch.Invalid(
                        "This read takes no other parameters than includeSpamTrash, labelIds, maxResults, pageToken, q."),
                get("google", MESSAGES, "canary=canary"));
        assertEquals(new ReadMatch.Invalid("This read takes no parameters."), get("github", "/user", "canary=1"));
        assertEquals(
                new ReadMatch.NotARead("This is not a listed read. GET /gmail/v1/users/me/messages/{id} is one."),
                get("google", MESSAGES + "/canary/canary", ""));
        assertEquals(
                new ReadMatch.NotARead(
                        "The paths of this provider's reads begin with /calendar/v3 or /drive/v3 or /gmail/v1."),
                get("google", "/canary", ""));
        assertEquals(new ReadMatch.NotARead("This path can be read by POST only."), get("notion", "/v1/search", ""));
    }

    @Test
    void a_body_belongs_to_a_post_alone_and_is_one_json_object() {
        assertInstanceOf(ReadMatch.Found.class, post("{\"query\":\"a\"}"));
        for (String body : new String[] {
            "", "[]", "{", "{\"a\":1,\"a\":2}", "{\"token\":\"x\"}", "{\"a\":\"" + "x".repeat(65_536) + "\"}"
        }) {
            assertInstanceOf(ReadMatch.Invalid.class, post(body));
        }
        ApiRequest get = new ApiRequest(
                ReadMethod.GET, "/api/notion/1", "/v1/users/me", Optional.empty(), Map.of(), Optional.of("{}"));
        assertInstanceOf(ReadMatch.Invalid.class, match(get));
    }

    private static ReadMatch post(String body) {
        return match(new ApiRequest(
                ReadMethod.POST, "/api/notion/1", "/v1/search", Optional.empty(), Map.of(), Optional.of(body)));
    }

    private static ReadMatch match(ApiRequest request) {
        return new ReadMatcher(new io.omnibridge.domain.account.ProviderId("notion"), BuiltInReads.apis("notion"))
                .match(request);
    }

    @Test
    void a_group_of_limits_is_known_before_the_call() {
        assertEquals("search", group("github", "/search/issues"));
        assertEquals("code_search", group("github", "/search/code"));
        assertEquals("core", group("github", "/user"));
        assertEquals("/users.list", group("slack", "/api/users.list"));
        assertEquals("/gmail/v1", group("google", MESSAGES));
    }

    private static String group(String provider, String path) {
        return ((ReadMatch.Found) get(provider, path, "")).read().limitGroup();
    }

    @Property
    @net.jqwik.api.Tag("F11")
    void what_was_matched_is_what_is_sent(@ForAll @NotEmpty String segment, @ForAll String value) {
        Assume.that(isEncodable(segment) && isEncodable(value));
        ReadMatch match = get("github", "/repos/o/r/contents/" + encoded(segment), "ref=" + encoded(value));

        if (match instanceof ReadMatch.Found found && found.read() instanceof MatchedRead read) {
            URI sent = URI.create(read.url().toString());
            assertEquals("api.github.com", sent.getRawAuthority());
            assertEquals("/repos/o/r/contents/" + segment, sent.getPath());
            assertEquals(6, sent.getRawPath().split("/", -1).length);
            assertEquals("ref=" + value, URLDecoder.decode(sent.getRawQuery(), StandardCharsets.UTF_8));
            assertTrue(sent.getRawFragment() == null && sent.normalize().equals(sent));
        } else {
            assertInstanceOf(ReadMatch.Invalid.class, match);
        }
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
