package io.omnibridge.adapters.support.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpHandler;
import io.omnibridge.adapters.support.testing.KeyServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

    private static final byte[] TEN_BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final HttpClient client =
            OutboundHttp.clientBuilder(Duration.ofMinutes(1)).build();
    private final KeyServer server = new KeyServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_body_up_to_the_maximum_is_read() throws Exception {
        server.respond(withHeaders(0, "identity"));

        assertArrayEquals(TEN_BYTES, body(10).orElseThrow());
        assertEquals(Optional.empty(), body(9));
    }

    @Test
    void a_body_without_declared_length_is_bounded_too() throws Exception {
        server.respond(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(TEN_BYTES);
        });

        assertArrayEquals(TEN_BYTES, body(10).orElseThrow());
        assertEquals(Optional.empty(), body(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "zstd", "x"})
    @Tag("T20")
    void a_body_in_an_encoding_that_is_not_understood_is_empty(String encoding) throws Exception {
        server.respond(withHeaders(0, encoding));

        assertEquals(Optional.empty(), body(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
    @Tag("T20")
    void a_body_compressed_by_gzip_is_decoded_up_to_the_maximum(String encoding) throws Exception {
        server.respond(compressed(encoding, TEN_BYTES.length));
        assertArrayEquals(TEN_BYTES, body(100).orElseThrow());

        server.respond(compressed(encoding, 10_000_000));
        assertEquals(Optional.empty(), body(100_000));
    }

    @Test
    @Tag("T20")
    void an_empty_body_is_empty_in_any_encoding() throws Exception {
        server.respond(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, -1);
        });

        assertArrayEquals(new byte[0], body(10).orElseThrow());
    }

    /** Sends the digits again and again. */
    private static HttpHandler compressed(String encoding, int length) {
        return exchange -> {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                for (int i = 0; i < length; i += TEN_BYTES.length) {
                    gzip.write(TEN_BYTES);
                }
            }
            exchange.getResponseHeaders().add("Content-Encoding", encoding);
            exchange.sendResponseHeaders(200, zipped.size());
            zipped.writeTo(exchange.getResponseBody());
        };
    }

    @Test
    void a_body_with_more_than_200_header_fields_is_empty() throws Exception {
        server.respond(withHeaders(150, "identity"));
        assertArrayEquals(TEN_BYTES, body(10).orElseThrow());

        server.respond(withHeaders(201, "identity"));
        assertEquals(Optional.empty(), body(10));
    }

    private static HttpHandler withHeaders(int count, String encoding) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", encoding);
            for (int i = 0; i < count; i++) {
                exchange.getResponseHeaders().add("X-Field", "value");
            }
            exchange.sendResponseHeaders(200, TEN_BYTES.length);
            exchange.getResponseBody().write(TEN_BYTES);
        };
    }

    private Optional<byte[]> body(int maxBytes) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url("/"))).build();
        return client.send(request, BoundedBody.upTo(maxBytes)).body();
    }
}
