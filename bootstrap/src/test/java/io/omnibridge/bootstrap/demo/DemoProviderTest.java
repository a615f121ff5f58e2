package io.omnibridge.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoProviderTest {

    private static final String ALICE = "Bearer demo-access-token-of-alice";

    private static DemoProvider demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoProvider.start(new SecureRandom(), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void it_listens_on_loopback() throws IOException {
        assertTrue(InetAddress.getByName(demo.url().getHost()).isLoopbackAddress());
    }

    @ParameterizedTest
    @CsvSource({"alice", "bob.b_1-2", "7"})
    void the_account_is_what_the_token_names(String account) throws Exception {
        HttpResponse<String> response = get("/me", "Bearer demo-access-token-of-" + account);

        assertEquals(200, response.statusCode());
        assertEquals(account, json(response).path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer demo-access-token-of-",
                "Bearer demo-access-token-of-alice bob",
                "Bearer demo-access-token-of-../me",
                "Bearer another-access-token-of-alice",
                "demo-access-token-of-alice",
                "Basic demo-access-token-of-alice"
            })
    void any_other_token_is_refused(String authorization) throws Exception {
        assertEquals(401, get("/me", authorization).statusCode());
        assertEquals(401, get("/v1/messages", authorization).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "127.0.0.1:8090, 200", "[::1]:8090, 200", "evil.example:8090, 421", "'', 421"})
    void a_name_that_was_rebound_to_this_machine_reaches_nothing(String host, int status) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), demo.url().getPort())) {
            socket.getOutputStream()
                    .write(("GET /demo-token HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
        }
    }

    @Test
    void a_search_finds_messages_with_all_words_newest_first() throws Exception {
        assertEquals(List.of("m25", "m02", "m01"), ids(json(get("/v1/messages?q=BUDGET", ALICE))));
        assertEquals(List.of("m02"), ids(json(get("/v1/messages?q=budget%20banner", ALICE))));
        assertEquals(List.of(), ids(json(get("/v1/messages?q=budget+zebra", ALICE))));
    }

    @Test
    void the_links_lead_through_all_messages() throws Exception {
        JsonNode first = json(get("/v1/messages?limit=20", ALICE));
        JsonNode second = json(getUrl(URI.create(first.path("next").asText()), ALICE));

        assertEquals(20, first.path("messages").size());
        assertEquals(12, second.path("messages").size());
        assertEquals(
                List.of("m32", "m12"), List.of(ids(first).get(0), ids(second).get(0)));
        assertTrue(second.path("next").isNull());
        assertEquals(10, json(get("/v1/messages", ALICE)).path("messages").size());
    }

    @Test
    void a_message_has_its_text_and_is_to_the_account() throws Exception {
        JsonNode message = json(get("/v1/messages/m25", ALICE));

        assertEquals("Budget: last call", message.path("subject").asText());
        assertEquals("alice", message.path("to").asText());
        assertTrue(message.path("text").asText().startsWith("I send the budget"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/messages?limit=0, 400",
        "/v1/messages?limit=51, 400",
        "/v1/messages?page=x, 400",
        "/v1/messages/m99, 404",
        "/v1/messages/, 404",
        "/v2, 404",
        "/me, 200",
        "/google/gmail/v1/users/me/messages?q=%22budget%22, 200",
        "/google/gmail/v1/users/me/messages/m99, 404",
        "/google/drive/v3/files?q=fullText+contains+%27budget%27, 200",
        "/google/drive/v3/files/f01, 200",
        "/github/search/issues?q=budget+is:issue, 200",
        "/github/repos/orchard/fair-site/issues/9, 404",
        "/notion/v1/pages/1, 404",
        "/v1/messages?page=999999, 200"
    })
    void every_response_says_that_the_data_is_invented(String target, int status) throws Exception {
        HttpResponse<String> response = get(target, ALICE);

        assertEquals(status, response.statusCode());
        assertEquals(
                "OmniBridge demo, invented data", json(response).path("notice").asText());
    }

    @Test
    void nothing_can_be_written() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(demo.url().resolve("/v1/messages"));

        assertEquals(405, send(request.DELETE(), ALICE).statusCode());
        assertEquals(
                200,
                send(request.method("HEAD", HttpRequest.BodyPublishers.noBody()), ALICE)
                        .statusCode());
    }

    @Test
    void the_catalogue_has_it_with_its_reads() {
        ProviderEntry entry = demo.catalogue().entry(DemoProvider.ID).orElseThrow();

        assertTrue(entry.reads().takesAccountsLinkedByToken());
        assertEquals(
                List.of(demo.url().resolve("/v1")),
                entry.reads().apis().stream().map(api -> api.url()).toList());
        assertTrue(entry.connectable().displayName().contains("invented data"));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("messages")
                .valueStream()
                .map(message -> message.path("id").asText())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static HttpResponse<String> get(String target, String authorization) throws Exception {
        return getUrl(URI.create(demo.url() + target), authorization);
    }

    private static HttpResponse<String> getUrl(URI url, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(url), authorization);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String authorization) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.setHeader("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
    }
}
