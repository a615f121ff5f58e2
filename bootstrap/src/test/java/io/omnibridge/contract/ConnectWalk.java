package io.omnibridge.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.contract.Walk.Target;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;

/** Requests of one user and the user's browser during connect attempts. The browser sends no token. */
final class ConnectWalk {

    private static final String JSON = "application/json";
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Target BEGIN = new Target("POST", "/connect");

    private final Walk walk;
    private final String user;

    ConnectWalk(Walk walk, String user) {
        this.walk = walk;
        this.user = user;
    }

    /** An attempt, and the state in its authorization URL. */
    record BegunAttempt(String id, String state) {

        Target shown() {
            return new Target("GET", "/connect/" + id);
        }

        Target cancelled() {
            return new Target("DELETE", "/connect/" + id);
        }

        Target complete() {
            return new Target("POST", "/connect/" + id + "/complete");
        }
    }

    ActualResponse begin(int status, String body) {
        return walk.expect(status, BEGIN, user, JSON, body);
    }

    /** Begins an attempt at google; {@code more} are further members of the request. */
    BegunAttempt begin(String more) {
        ActualResponse response = begin(201, "{\"provider\":\"google\"" + more + "}");
        try {
            String url =
                    READER.readTree(response.body()).path("authorization_url").asText();
            String id = READER.readTree(response.body()).path("attempt_id").asText();
            return new BegunAttempt(id, parameter(URI.create(url).getRawQuery(), "state"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins an attempt with the URL of an application to return to. */
    BegunAttempt beginForApplication() {
        return begin(",\"return_to\":\"" + ContractRoutes.RETURN_TO + "\"");
    }

    /** Opens the callback of {@code provider}. */
    ActualResponse openCallback(int status, String provider, String query) {
        return walk.expect(status, new Target("GET", "/oauth/callback/" + provider + query), "");
    }

    /** Consents and returns the ticket. */
    String ticket(BegunAttempt begun) {
        ActualResponse response = openCallback(303, "google", "?code=c&state=" + begun.state());
        return parameter(URI.create(response.header("location").get(0)).getRawFragment(), "ticket");
    }

    ActualResponse complete(int status, BegunAttempt begun, String ticket) {
        return walk.expect(status, begun.complete(), user, JSON, "{\"ticket\":\"" + ticket + "\"}");
    }

    /** Runs a whole attempt and returns the response to its completion. */
    ActualResponse connect(int status) {
        BegunAttempt begun = beginForApplication();
        return complete(status, begun, ticket(begun));
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> part[0].equals(name))
                .map(part -> URLDecoder.decode(part[1], UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
