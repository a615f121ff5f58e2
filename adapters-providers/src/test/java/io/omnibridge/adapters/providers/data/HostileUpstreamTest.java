package io.omnibridge.adapters.providers.data;

import static io.omnibridge.adapters.providers.data.Caller.response;
import static io.omnibridge.adapters.providers.data.Caller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.adapters.support.testing.Eventually;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileUpstreamTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static ApiReadResult failed(UseFailure reason) {
        return new ApiReadResult.Failed(reason);
    }

    private static Caller caller(RawUpstream upstream) {
        return new Caller("custom", Caller.entry(upstream.url()), Caller.SMALL);
    }

    @ParameterizedTest
    @Tag("F1")
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void no_redirect_is_followed_with_a_token(int status) throws Exception {
        try (RawUpstream other = RawUpstream.of(OK + "Content-Length: 2", "{}");
                RawUpstream upstream = RawUpstream.of(
                        "HTTP/1.1 " + status + " X\r\nLocation: http://localhost:" + other.port()
                                + "/x\r\nContent-Length: 0",
                        "");
                Caller caller = caller(upstream)) {
            assertEquals(failed(UseFailure.PROVIDER_REDIRECT), caller.get("/v1/doc", ""));
            assertEquals(0, other.requests.size());
        }
    }

    @Test
    @Tag("F1")
    void one_redirect_of_a_media_read_is_followed_without_the_token() throws Exception {
        try (RawUpstream files =
                        RawUpstream.of("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3", "abc");
                RawUpstream upstream = redirecting("http://localhost:" + files.port() + "/f?sig=1");
                Caller caller = caller(upstream)) {
            assertEquals("abc", text(caller.get("/v1/file", "")));
            assertEquals(1, files.requests.size());
            assertFalse(files.requests.get(0).toLowerCase(java.util.Locale.ROOT).contains("authorization"));
            assertFalse(files.requests.get(0).contains(StrictApi.TOKEN));
            assertTrue(upstream.requests.get(0).contains("Authorization: Bearer " + StrictApi.TOKEN));
        }
    }

    private static RawUpstream redirecting(String location) throws java.io.IOException {
        return RawUpstream.of("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0", "");
    }

    @ParameterizedTest
    @Tag("F1")
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/x",
                "https://evil.example/x",
                "https://cdn.example/x",
                "https://evilcdn.example/x",
                "https://user@files.example/x",
                "http://files.example/x",
                "http://10.0.0.1/x",
                "file:///etc/passwd",
                "",
                "https://files.example/" + StrictApi.TOKEN
            })
    void a_redirect_elsewhere_is_not_followed(String location) throws Exception {
        try (RawUpstream upstream = redirecting(location);
                Caller caller = caller(upstream)) {
            assertEquals(failed(UseFailure.PROVIDER_REDIRECT), caller.get("/v1/file", ""));
        }
    }

    @Test
    @Tag("F1")
    void a_second_redirect_is_not_followed() throws Exception {
        try (RawUpstream second = redirecting("http://localhost:1/x");
                RawUpstream upstream = redirecting("http://localhost:" + second.port() + "/y");
                Caller caller = caller(upstream)) {
            assertEquals(failed(UseFailure.PROVIDER_REDIRECT), caller.get("/v1/file", ""));
        }
    }

    @Test
    @Tag("F4")
    void a_body_that_says_it_is_too_large_is_refused_and_one_that_is_breaks_off() throws Exception {
        String large = "[\"" + "x".repeat(300_000) + "\"]";
        try (RawUpstream honest = RawUpstream.of(OK + "Content-Length: " + large.length(), large);
                RawUpstream silent = RawUpstream.of(OK + "Connection: close", large);
                Caller first = caller(honest);
                Caller second = caller(silent)) {
            assertEquals(failed(UseFailure.RESPONSE_TOO_LARGE), first.get("/v1/doc", ""));
            assertEquals("broken off: RESPONSE_TOO_LARGE", text(second.get("/v1/doc", "")));
        }
    }

    @Test
    @Tag("F4")
    void a_body_that_is_shorter_than_it_says_fails() throws Exception {
        try (RawUpstream upstream = RawUpstream.of(OK + "Content-Length: 100", "{\"a\":1}");
                RawUpstream late = RawUpstream.of(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 260000", "x".repeat(250_000));
                Caller first = caller(upstream);
                Caller second = caller(late)) {
            assertEquals(failed(UseFailure.PROVIDER_ERROR), first.get("/v1/doc", ""));
            assertEquals("broken off: PROVIDER_ERROR", text(second.get("/v1/file", "")));
        }
    }

    @ParameterizedTest
    @Tag("F4")
    @ValueSource(strings = {"Content-Length: x", "Content-Length: 99999999999999999999", "A\tB: c"})
    void a_head_that_cannot_be_read_is_no_answer(String line) throws Exception {
        try (RawUpstream upstream = RawUpstream.of(OK + line, "{}");
                Caller caller = caller(upstream)) {
            assertEquals(failed(UseFailure.PROVIDER_ERROR), caller.get("/v1/doc", ""));
            Eventually.eventually(() -> upstream.open.get() == 0);
        }
    }

    @Test
    @Tag("F4")
    void headers_are_bounded() throws Exception {
        StringBuilder head = new StringBuilder(OK);
        for (int i = 0; i < 1_000; i++) {
            head.append("X-").append(i).append(": 1\r\n");
        }
        try (RawUpstream upstream = RawUpstream.of(head + "Content-Length: 2", "{}");
                RawUpstream wide = RawUpstream.of(OK + "X: " + "x".repeat(100_000) + "\r\nContent-Length: 2", "{}");
                Caller first = caller(upstream);
                Caller second = caller(wide)) {
            assertEquals(failed(UseFailure.PROVIDER_ERROR), first.get("/v1/doc", ""));
            assertEquals(failed(UseFailure.PROVIDER_ERROR), second.get("/v1/doc", ""));
        }
    }

    @Test
    @Tag("F4")
    void no_connection_is_no_answer() throws Exception {
        // Bound, so that no other server takes the port, and not listening.
        try (Socket reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Caller caller =
                    new Caller("custom", Caller.entry("http://127.0.0.1:" + reserved.getLocalPort()), Caller.SMALL)) {
                assertEquals(failed(UseFailure.PROVIDER_UNAVAILABLE), caller.get("/v1/doc", ""));
            }
        }
    }

    @Test
    @Tag("F4")
    void without_time_left_nothing_is_called() throws Exception {
        try (RawUpstream upstream = RawUpstream.of(OK + "Content-Length: 2", "{}");
                Caller caller = caller(upstream)) {
            assertEquals(failed(UseFailure.PROVIDER_TIMEOUT), caller.get("/v1/doc", Duration.ZERO));
            assertEquals(failed(UseFailure.PROVIDER_TIMEOUT), caller.get("/v1/doc", Duration.ofSeconds(-1)));
            assertEquals(0, upstream.requests.size());
        }
    }

    @Test
    @Tag("F12")
    void tokens_in_bodies_and_headers_are_masked() throws Exception {
        String token = StrictApi.TOKEN;
        String body = "{\"echo\":\"Bearer " + token + "\",\"r\":\"" + Caller.REFRESH_TOKEN + "\"}";
        try (RawUpstream upstream =
                        RawUpstream.of(OK + "ETag: \"" + token + "\"\r\nContent-Length: " + body.length(), body);
                Caller caller = caller(upstream)) {
            ApiReadResult.Response answer = response(caller.get("/v1/doc", ""));

            assertEquals(
                    "{\"echo\":\"Bearer " + "*".repeat(token.length()) + "\",\"r\":\""
                            + "*".repeat(Caller.REFRESH_TOKEN.length()) + "\"}",
                    text(answer));
            assertEquals(
                    "\"" + "*".repeat(token.length()) + "\"", answer.headers().get("etag"));
            assertEquals(3, caller.masked.get());
        }
    }

    @Test
    @Tag("F4")
    void a_reader_that_asks_for_nothing_receives_nothing_and_one_that_cancels_leaves_nothing() throws Exception {
        byte[] block = "x".repeat(16 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (RawUpstream upstream = new RawUpstream(out -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(block);
                    }
                });
                Caller caller = new Caller("custom", Caller.entry(upstream.url()), DataLimits.DEFAULT)) {
            ApiReadResult.Response answer = response(caller.get("/v1/file", ""));
            CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
            CompletableFuture<Integer> first = new CompletableFuture<>();
            answer.body().subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    subscribed.complete(subscription);
                }

                @Override
                public void onNext(ByteBuffer item) {
                    assertTrue(first.complete(item.remaining()), "more than was asked for");
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {}
            });
            assertFalse(first.isDone());
            subscribed.get(60, TimeUnit.SECONDS).request(1);
            assertTrue(first.get(60, TimeUnit.SECONDS) > 0);
            assertEquals(1, upstream.open.get());

            subscribed.get().cancel();

            Eventually.eventually(() -> upstream.open.get() == 0);
            assertEquals(0, caller.apis.timers());
        }
    }
}
