package io.omnibridge.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.adapters.http.contract.ApiDocument;
import io.omnibridge.adapters.http.contract.ContractCheck;
import io.omnibridge.bootstrap.process.RequestConnection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sends requests, verifies every response against openapi.yaml, and collects which documented responses occurred. */
final class Walk {

    /** Method and path of an operation, or of none. */
    record Target(String method, String path) {

        /** Returns a request without its body. */
        String request(String version, String fields) {
            return method + " " + path + " " + version + "\r\n" + fields + "\r\n";
        }

        Target with(String query) {
            return new Target(method, path + query);
        }
    }

    private static final String CALLBACK = "/oauth/callback/google";

    /** Every operation once, and a path that is none. */
    static final List<Target> TARGETS = List.of(
            new Target("POST", "/accounts/link"),
            new Target("GET", "/accounts"),
            new Target("GET", "/accounts/github/583231"),
            new Target("DELETE", "/accounts/github/583231"),
            new Target("GET", "/providers"),
            new Target("POST", "/connect"),
            new Target("GET", "/connect/0f6d3a52c1b84e7f9a2d5c60e8b71394"),
            new Target("DELETE", "/connect/0f6d3a52c1b84e7f9a2d5c60e8b71394"),
            new Target("POST", "/connect/0f6d3a52c1b84e7f9a2d5c60e8b71394/complete"),
            new Target("GET", CALLBACK),
            new Target("GET", "/audit"),
            new Target("GET", "/sources"),
            new Target("GET", "/search"),
            new Target("POST", "/search"),
            new Target("GET", "/items/none"),
            new Target("GET", "/api/google"),
            new Target("GET", "/api/google/work/gmail/v1/messages"),
            new Target("POST", "/api/google/work/gmail/v1/query"),
            new Target("POST", "/leases"),
            new Target("GET", "/leases"),
            new Target("DELETE", "/leases/0f6d3a52c1b84e7f9a2d5c60e8b71394"),
            new Target("POST", "/mcp"),
            new Target("GET", "/.well-known/oauth-protected-resource"),
            new Target("GET", "/.well-known/oauth-protected-resource/mcp"),
            new Target("POST", "/ui/back-channel-logout"),
            new Target("GET", "/healthz"),
            new Target("GET", "/readyz"),
            new Target("GET", "/openapi.yaml"),
            new Target("GET", "/nowhere"));

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    private final ContractServer server;
    private final Client client;
    private final Set<String> seen;

    /** @param seen collects the names of the documented responses that occurred; must be thread-safe */
    Walk(ContractServer server, Set<String> seen) {
        this.server = server;
        this.seen = seen;
        this.client = new Client(server.port());
    }

    /** Returns every documented response, such as {@code GET /audit 200}. */
    static Set<String> documentedResponses() {
        Set<String> responses = new TreeSet<>();
        DOCUMENT.operations().keySet().forEach(operation -> addResponses(operation, responses));
        addResponses("unrouted", responses);
        return responses;
    }

    private static void addResponses(String operation, Set<String> responses) {
        DOCUMENT.names(DOCUMENT.responses(operation)).forEach(status -> responses.add(operation + " " + status));
    }

    static boolean isOpen(Target target) {
        return target.path().startsWith("/.well-known/")
                || Set.of("/ui/back-channel-logout", "/healthz", "/readyz", "/openapi.yaml", CALLBACK, "/nowhere")
                        .contains(target.path());
    }

    /** Sends a request and verifies its response. An empty token is omitted. */
    ActualResponse expect(int status, Target target, String token) {
        return expect(status, target, token, "", "");
    }

    ActualResponse expect(int status, Target target, String token, String contentType, String body) {
        ActualResponse response = client.send(target.method(), target.path(), token, contentType, body);
        return verified(status, target, response);
    }

    /** Sends {@code request} unchanged and verifies what arrives until the server closes the connection. */
    void expectRaw(int status, Target target, String request) {
        try (RequestConnection connection = new RequestConnection(server.port())) {
            connection.send(request);
            verified(status, target, ResponseParser.parse(connection.response()));
        } catch (IOException e) {
            throw new AssertionError(target + " got no response", e);
        }
    }

    ContractServer server() {
        return server;
    }

    /** Returns {@code response}, and fails unless it is documented and has the expected status. */
    ActualResponse verified(int status, Target target, ActualResponse response) {
        seen.add(ContractCheck.verify(target.method(), target.path(), response));
        assertEquals(status, response.status(), target + ": " + response);
        return response;
    }
}
