package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCommandTest extends CommandLineFixture {

    private static final String FOUND = """
            {"items":[{"source":"gmail","updated_at":"2026-02-27T22:21:00Z","title":"Budget: \\u001b[31mlast call"}],
             "sources":[{"source":"gmail","provider":"google","provider_account_id":"work","status":"ok","count":1,"milliseconds":52},
                        {"source":"drive","provider":"google","provider_account_id":"work","status":"%s","count":0,"milliseconds":7}],
             "next_cursor":null}
            """;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String response = FOUND.formatted("ok");
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            requests.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int search(String... words) {
        String[] arguments = new String[4 + words.length];
        arguments[0] = "search";
        arguments[1] = "--user=alice";
        arguments[2] = "--url";
        arguments[3] = "http://127.0.0.1:" + server.getAddress().getPort();
        System.arraycopy(words, 0, arguments, 4, words.length);
        return run(SETTINGS, arguments);
    }

    @Test
    void it_shows_every_source_and_what_was_found() {
        assertEquals(0, search("spring", "budget"));
        assertEquals("""
                SOURCE     PROVIDER          ACCOUNT                   STATUS           FOUND  MILLIS
                gmail      google            work                      ok                   1      52
                drive      google            work                      ok                   0       7

                SOURCE     UPDATED               TITLE
                gmail      2026-02-27T22:21:00Z  Budget: \\u001b[31mlast call
                """, out.toString());
        assertEquals("POST /search {\"q\":\"spring budget\"}", requests.get(0));
    }

    @Test
    void its_token_reads_data_as_the_user_and_nothing_else() throws IOException {
        search("budget");

        String payload = requests.get(1).split("\\.", -1)[1];
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
        assertEquals("alice", claims.path("sub").asText());
        assertEquals("data:read", claims.path("scope").asText());
        assertEquals(60, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertFalse(out.toString().contains(payload));
    }

    @Test
    void a_source_that_did_not_respond_is_told_by_the_status() {
        response = FOUND.formatted("timeout");

        assertEquals(1, search("budget"));
        assertTrue(out.toString().contains("timeout"), out::toString);
    }

    @Test
    void a_user_without_sources_is_told_so() {
        response = "{\"items\":[],\"sources\":[],\"next_cursor\":null}";

        assertEquals(0, search("budget"));
        assertEquals("The user has no account with a source.\n", out.toString());
    }

    @Test
    void a_problem_of_the_service_is_told_in_its_words() {
        status = 403;
        response = "{\"status\":403,\"detail\":\"Data routes accept leases alone.\"}";

        assertEquals(1, search("budget"));
        assertEquals("the service responded 403: Data routes accept leases alone.\n", err.toString());
    }

    @Test
    void what_is_not_the_service_and_what_is_not_there_is_told() {
        response = "<html>";
        assertEquals(1, search("budget"));
        assertTrue(err.toString().contains("is not OmniBridge"), err::toString);

        server.stop(0);
        assertEquals(1, search("budget"));
        assertTrue(err.toString().contains("cannot be reached"), err::toString);
    }

    @ParameterizedTest
    @Tag("S6")
    @ValueSource(
            strings = {"http://search.example", "ftp://127.0.0.1", "127.0.0.1:8080", "https://a:b@search.example", "x y"
            })
    void a_token_is_sent_on_a_safe_way_only(String url) {
        assertEquals(2, run(SETTINGS, "search", "--user=alice", "--url", url, "budget"));
        assertFalse(err.toString().contains("a:b"), err::toString);
        assertEquals(List.of(), requests);
    }

    @Test
    void words_are_needed() {
        assertEquals(2, search());
        assertEquals(2, search("x".repeat(257)));
    }
}
