package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A user with a browser and an application that has the user's JWT. Values that only these two may see are searched for in all
 * other output.
 */
final class ConnectingUser {

    private final Vault vault;
    private final String token;
    private final Browser browser;

    ConnectingUser(Vault vault, String name) {
        this(vault, vault.token(name), new Browser(vault));
    }

    /** @param token the user's JWT */
    ConnectingUser(Vault vault, String token, Browser browser) {
        this.vault = vault;
        this.token = token;
        this.browser = browser;
    }

    /** The response to the beginning of an attempt. */
    record BegunAttempt(String id, String authorizationUrl) {

        String state() {
            return parameters(authorizationUrl).getOrDefault("state", "");
        }
    }

    BegunAttempt begin(String provider) {
        RawResponse response = tryToBegin("""
                {"provider":"%s","return_to":"%s"}""".formatted(provider, ProvidersFile.RETURN_TO));
        assertEquals(201, response.status(), response.text());
        JsonNode begun = response.json();
        return new BegunAttempt(
                begun.path("attempt_id").asText(),
                begun.path("authorization_url").asText());
    }

    /** Begins an attempt. Only the application may see state and nonce, which are in the authorization URL. */
    RawResponse tryToBegin(String body) {
        String request = Request.post("/connect", body)
                .as(token)
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "host=evil.example")
                .text();
        RawResponse response = RawResponse.to(request, vault.port());
        Map<String, String> sent = response.status() == 201
                ? parameters(response.json().path("authorization_url").asText())
                : Map.of();
        String shown = response.characters();
        for (Map.Entry<String, String> parameter : sent.entrySet()) {
            if (Set.of("state", "nonce").contains(parameter.getKey())) {
                shown = shown.replace(vault.watch(parameter.getKey(), parameter.getValue()), "…");
            }
        }
        vault.note("response", shown);
        return response;
    }

    /** Consents at the provider and returns the callback URL. */
    String consent(BegunAttempt begun) {
        String callback = browser.consent(begun.authorizationUrl());
        vault.watch("code", parameters(callback).getOrDefault("code", ""));
        return callback;
    }

    /** Opens the callback URL. Only the browser may see the ticket. */
    HttpResponse<String> openCallback(String callback) {
        HttpResponse<String> page = browser.open(callback);
        String ticket = ticket(page);
        String shown = page.headers().map() + page.body();
        vault.note("callback", ticket.isEmpty() ? shown : shown.replace(vault.watch("ticket", ticket), "…"));
        return page;
    }

    /** Consents, opens the callback, and returns the ticket. */
    String ticketOf(BegunAttempt begun) {
        HttpResponse<String> page = openCallback(consent(begun));
        assertEquals(303, page.statusCode(), page::body);
        return ticket(page);
    }

    static String ticket(HttpResponse<String> page) {
        String location = Browser.location(page);
        return location.contains("ticket=") ? location.replaceFirst(".*ticket=", "") : "";
    }

    RawResponse complete(BegunAttempt begun, String ticket) {
        return send(Request.post("/connect/" + begun.id() + "/complete", "{\"ticket\":\"" + ticket + "\"}"));
    }

    /** Returns the attempt's status, followed by the reason if there is one. */
    String statusOf(BegunAttempt begun) {
        JsonNode attempt = send(Request.get("/connect/" + begun.id())).json();
        return attempt.path("status").asText()
                + (attempt.has("reason") ? " " + attempt.path("reason").asText() : "");
    }

    RawResponse send(Request request) {
        return vault.send(request.as(token));
    }

    JsonNode accounts() {
        return send(Request.get("/accounts")).json().path("accounts");
    }

    /** Returns the parameters of the query. */
    static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : url.replaceFirst("[^?]*\\?", "").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
