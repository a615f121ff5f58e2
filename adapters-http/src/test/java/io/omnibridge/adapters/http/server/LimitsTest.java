package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H1")
class LimitsTest {

    private static final String HEAD = """
            POST /accounts/link HTTP/1.1\r
            Host: a\r
            Authorization: Bearer alice\r
            Content-Type: application/json\r
            """;

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @ValueSource(ints = {65_537, 100_000, 1_000_000})
    void a_body_that_is_too_large_is_rejected_and_the_connection_kept(int size) {
        try (RawHttp connection = API.connect()) {
            API.link("x".repeat(size)).sendOn(connection).isProblem(413, "content_too_large");
            API.get("/healthz").sendOn(connection).is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_537, 1_000_000})
    void a_chunked_body_that_is_too_large_is_rejected_the_same_way(int size) {
        try (RawHttp connection = API.connect()) {
            chunked(size).forEach(connection::send);
            connection.read().isProblem(413, "content_too_large");
            API.get("/healthz").sendOn(connection).is(200);
        }
    }

    @Test
    void a_body_of_the_maximum_size_is_accepted() {
        String padded = "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"t\"}";
        API.link(padded + " ".repeat(65_536 - padded.length())).send().is(201);
        try (RawHttp connection = API.connect()) {
            chunked(65_536).forEach(connection::send);
            connection.read().isProblem(400, "invalid_request");
        }
    }

    @Test
    void a_body_announced_as_gigantic_is_rejected_unread() {
        try (RawHttp connection = API.connect()) {
            connection.send(HEAD + "Content-Length: 9223372036854775807\r\n\r\n");
            connection.read().isProblem(413, "content_too_large");
            connection.awaitClosed();
        }
    }

    @Test
    void an_endless_body_closes_the_connection() {
        try (RawHttp connection = API.connect()) {
            connection.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            int sent = 0;
            while (sent < 100_000 && connection.trySend(chunk)) {
                sent++;
            }
            assertTrue(sent < 100_000);
        }
    }

    @Test
    void expect_100_continue_with_a_large_body_is_rejected_before_it_is_sent() {
        try (RawHttp connection = API.connect()) {
            connection.send(HEAD + "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n");
            connection.read().isProblem(413, "content_too_large");
        }
    }

    @Test
    void expect_100_continue_is_answered_with_100() {
        try (RawHttp connection = API.connect()) {
            connection.send(HEAD + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertEquals(100, connection.read().status());
            connection.send("{}").read().isProblem(400, "invalid_request");
        }
    }

    @Test
    void a_truncated_body_is_rejected() {
        try (RawHttp connection = API.connect()) {
            connection.send(HEAD + "Content-Length: 100\r\n\r\n{}").endSending();
            connection.readAll().forEach(response -> response.isProblem(400, "invalid_request"));
        }
        assertTrue(API.store().accounts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000, 1_000_000})
    void a_uri_that_is_too_long_is_rejected(int length) {
        firstResponse("GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                .isProblem(414, "uri_too_long");
        firstResponse("GET /accounts?x=" + "a".repeat(length) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                .isProblem(414, "uri_too_long");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void headers_that_are_too_large_are_rejected(int length) {
        String start = "GET /accounts HTTP/1.1\r\nHost: a\r\n";
        firstResponse(start + "X: " + "a".repeat(length) + "\r\n\r\n")
                .isProblem(431, "request_header_fields_too_large");
        firstResponse(start + "a".repeat(length) + ": b\r\n\r\n").isProblem(431, "request_header_fields_too_large");
        firstResponse(start + "Xy: b\r\n".repeat(length / 7) + "\r\n")
                .isProblem(431, "request_header_fields_too_large");
        firstResponse(start + "Authorization: Bearer " + "a".repeat(length) + "\r\n\r\n")
                .isProblem(431, "request_header_fields_too_large");
    }

    @Test
    @Tag("T26")
    void a_token_may_have_16384_characters_beside_other_headers() {
        String token = "alice+" + "s".repeat(16_384 - "alice+".length());
        String start = "GET /accounts HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(2_500) + "\r\nAuthorization: Bearer ";
        firstResponse(start + token + "\r\n\r\n").is(200);
        TestResponse tooLong = firstResponse(start + token + "s\r\n\r\n");
        tooLong.isProblem(431, "request_header_fields_too_large");
        assertEquals(
                "The bearer token is longer than 16384 characters.",
                tooLong.json().path("detail").textValue());
    }

    @Test
    void many_large_bodies_do_not_fill_the_heap() {
        long before = usedHeap();
        List<RawHttp> connections = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            RawHttp connection = API.connect();
            connections.add(connection);
            connection.send(HEAD + "Content-Length: 1000000\r\n\r\n").send("x".repeat(900_000));
        }
        assertTrue(usedHeap() - before < 25_000_000L);
        for (RawHttp connection : connections) {
            connection.send("x".repeat(100_000)).read().isProblem(413, "content_too_large");
            connection.close();
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<String> chunked(int size) {
        List<String> parts = new ArrayList<>(List.of(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
        for (int rest = size; rest > 0; rest -= 1_000) {
            int length = Math.min(rest, 1_000);
            parts.add(Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n");
        }
        parts.add("0\r\n\r\n");
        return parts;
    }

    private static TestResponse firstResponse(String message) {
        try (RawHttp connection = API.connect()) {
            connection.trySend(message);
            return connection.read();
        }
    }
}
