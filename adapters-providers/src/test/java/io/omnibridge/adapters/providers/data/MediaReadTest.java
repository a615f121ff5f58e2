package io.omnibridge.adapters.providers.data;

import static io.omnibridge.adapters.providers.data.Caller.response;
import static io.omnibridge.adapters.providers.data.Caller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP says of files: their length by HEAD, their ranges, and where they are downloaded from. */
class MediaReadTest {

    private static Caller caller(RawUpstream upstream) {
        return new Caller("custom", Caller.entry(upstream.url()), Caller.SMALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/file; 200 OK; text/plain; 1073741824",
                "/v1/file; 206 Partial Content; application/json; 1073741824",
                "/v1/file; 404 Not Found; text/plain; 1073741824",
                "/v1/file; 404 Not Found; application/json; ''",
                "/v1/doc; 200 OK; application/json; ''"
            })
    void head_tells_the_length_of_what_no_filter_changes(String path, String status, String type, String length)
            throws Exception {
        try (RawUpstream upstream = RawUpstream.of(
                        "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: 1073741824", "");
                Caller caller = caller(upstream)) {
            ApiReadResult.Response answer = response(caller.call(ReadMethod.HEAD, path, "", Map.of()));

            assertEquals(length, answer.headers().getOrDefault("Content-Length", ""));
            assertEquals("", text(answer));
        }
    }

    @Test
    void a_range_goes_with_its_condition_or_not_at_all() throws Exception {
        try (RawUpstream files = RawUpstream.of("HTTP/1.1 200 OK\r\nContent-Type: text/plain", "abc");
                RawUpstream upstream = redirecting(files);
                Caller caller = caller(upstream)) {
            Map<String, String> conditional = Map.of("range", "bytes=1-", "if-range", "\"e1\"");
            assertEquals("abc", text(caller.call(ReadMethod.GET, "/v1/file", "", conditional)));
            for (RawUpstream server : new RawUpstream[] {upstream, files}) {
                assertTrue(server.requests.get(0).contains("Range: bytes=1-\r\n"), server.requests.get(0));
                assertTrue(server.requests.get(0).contains("If-Range: \"e1\"\r\n"), server.requests.get(0));
            }

            List<Map<String, String>> refused = List.of(
                    Map.of("range", "bytes=1-", "if-range", "\"\u00e9\""),
                    Map.of("range", "bytes=0-1,3-4", "if-range", "\"e1\""),
                    Map.of("if-range", "\"e1\""));
            for (Map<String, String> headers : refused) {
                text(caller.call(ReadMethod.GET, "/v1/file", "", headers));
                assertFalse(last(upstream).contains("range:"), last(upstream));
            }
        }
    }

    private static String last(RawUpstream upstream) {
        return upstream.requests.get(upstream.requests.size() - 1).toLowerCase(Locale.ROOT);
    }

    private static RawUpstream redirecting(RawUpstream files) throws java.io.IOException {
        return RawUpstream.of(
                "HTTP/1.1 302 Found\r\nLocation: http://localhost:" + files.port() + "/f\r\nContent-Length: 0", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 Unauthorized", "429 Too Many Requests\r\nRetry-After: 3600", "529 Overloaded"})
    void what_a_host_of_downloads_refuses_says_nothing_of_the_api(String status) throws Exception {
        try (RawUpstream files = RawUpstream.of(
                        "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: 2", "no");
                RawUpstream upstream = redirecting(files);
                Caller caller = caller(upstream)) {
            ApiReadResult.Response answer = response(caller.get("/v1/file", ""));

            assertEquals(Integer.parseInt(status.substring(0, 3)), answer.status());
            assertEquals("no", text(answer));
        }
    }

    @ParameterizedTest
    @Tag("F13")
    @ValueSource(
            strings = {
                "205 Reset Content\r\nContent-Length: 38",
                "205 Reset Content\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
            })
    void a_body_where_there_must_be_none_does_not_pass_unfiltered(String head) throws Exception {
        String body = "{\"a\":\"https://files.example/x?sig=1234\"}";
        String sent =
                head.contains("chunked") ? Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n" : body;
        try (RawUpstream upstream = RawUpstream.of("HTTP/1.1 " + head, sent);
                Caller caller = caller(upstream)) {
            assertEquals(new ApiReadResult.Failed(UseFailure.PROVIDER_ERROR), caller.get("/v1/doc", ""));
        }
    }

    @Test
    void a_response_without_a_body_passes() throws Exception {
        try (RawUpstream upstream = RawUpstream.of("HTTP/1.1 205 Reset Content\r\nContent-Length: 0", "");
                Caller caller = caller(upstream)) {
            assertEquals(205, response(caller.get("/v1/doc", "")).status());
        }
    }
}
