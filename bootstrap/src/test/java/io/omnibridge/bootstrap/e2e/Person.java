package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A user with a JWT for an application, and with a browser. What only these two may see is searched for everywhere else. */
final class Person {

    private final Vault vault;
    private final String token;
    private final Browser browser;

    Person(Vault vault, String name) {
        this.vault = vault;
        this.token = vault.token(name);
        this.browser = new Browser(vault);
    }

    /** What the application was told. */
    record Begun(String id, String authorizationUrl) {

        String state() {
            return parameters(authorizationUrl).getOrDefault("state", "");
        }
    }

    Begun begin(String provider) {
        Answer answer = tryToBegin("""
                {"provider":"%s","return_to":"%s"}""".formatted(provider, ProvidersFile.RETURN_TO));
        assertEquals(201, answer.status(), answer.connection());
        JsonNode begun = answer.json();
        return new Begun(
                begun.path("attempt_id").asText(),
                begun.path("authorization_url").asText());
    }

    /** The application may see state and nonce, which are in the URL; nobody else may. */
    Answer tryToBegin(String body) {
        Answer answer = RequestConnection.exchange(
                vault.port(),
                Request.post("/connect", body)
                        .as(token)
                        .with("X-Forwarded-Host", "evil.example")
                        .with("Forwarded", "host=evil.example")
                        .text());
        Map<String, String> sent = answer.status() == 201
                ? parameters(answer.json().path("authorization_url").asText())
                : Map.of();
        String shown = answer.connection();
        for (Map.Entry<String, String> parameter : sent.entrySet()) {
            if (Set.of("state", "nonce").contains(parameter.getKey())) {
                shown = shown.replace(vault.watch(parameter.getKey(), parameter.getValue()), "…");
            }
        }
        vault.note("answer", shown);
        return answer;
    }

    /** Goes to the provider, agrees, and tells where it is sent from there. */
    String agree(Begun begun) {
        String callback = browser.consent(begun.authorizationUrl());
        vault.watch("code", parameters(callback).getOrDefault("code", ""));
        return callback;
    }

    /** Comes back from the provider; the browser alone may see the ticket. */
    HttpResponse<String> comeBack(String callback) {
        HttpResponse<String> page = browser.open(callback);
        String ticket = ticket(page);
        String shown = page.headers().map() + page.body();
        vault.note("callback", ticket.isEmpty() ? shown : shown.replace(vault.watch("ticket", ticket), "…"));
        return page;
    }

    /** The whole way of the browser. */
    String ticketOf(Begun begun) {
        HttpResponse<String> page = comeBack(agree(begun));
        assertEquals(303, page.statusCode(), page::body);
        return ticket(page);
    }

    static String ticket(HttpResponse<String> page) {
        String location = Browser.location(page);
        return location.contains("ticket=") ? location.replaceFirst(".*ticket=", "") : "";
    }

    Answer complete(Begun begun, String ticket) {
        return send(Request.post("/connect/" + begun.id() + "/complete", "{\"ticket\":\"" + ticket + "\"}"));
    }

    /** How far the attempt has come, in one or two words. */
    String statusOf(Begun begun) {
        JsonNode attempt = send(Request.get("/connect/" + begun.id())).json();
        return attempt.path("status").asText()
                + (attempt.has("reason") ? " " + attempt.path("reason").asText() : "");
    }

    Answer send(Request request) {
        return vault.send(request.as(token));
    }

    JsonNode accounts() {
        return send(Request.get("/accounts")).json().path("accounts");
    }

    /** Of the query. */
    static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : url.replaceFirst("[^?]*\\?", "").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
