package io.omnibridge.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.contract.Walk.Target;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;

/** A user's way through an attempt: with the user's token where it begins and ends, and in a browser without one. */
final class Browser {

    private static final String JSON = "application/json";
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Target BEGIN = new Target("POST", "/connect");

    private final Walk walk;
    private final String user;

    Browser(Walk walk, String user) {
        this.walk = walk;
        this.user = user;
    }

    /** An attempt that has begun, and what the browser was given for it. */
    record Begun(String id, String state) {

        Target shown() {
            return new Target("GET", "/connect/" + id);
        }

        Target complete() {
            return new Target("POST", "/connect/" + id + "/complete");
        }
    }

    ActualResponse begin(int status, String body) {
        return walk.expect(status, BEGIN, user, JSON, body);
    }

    /** Begins at google; {@code more} are further members. */
    Begun begin(String more) {
        ActualResponse response = begin(201, "{\"provider\":\"google\"" + more + "}");
        try {
            String url =
                    READER.readTree(response.body()).path("authorization_url").asText();
            String id = READER.readTree(response.body()).path("attempt_id").asText();
            return new Begun(id, parameter(URI.create(url).getRawQuery(), "state"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins, with an application to go back to. */
    Begun beginForApplication() {
        return begin(",\"return_to\":\"" + ContractRoutes.RETURN_TO + "\"");
    }

    /** The browser comes back to the redirect URI. */
    ActualResponse comeBack(int status, String provider, String query) {
        return walk.expect(status, new Target("GET", "/oauth/callback/" + provider + query), "");
    }

    /** The permission was given, and the application has the ticket. */
    String ticket(Begun begun) {
        ActualResponse response = comeBack(303, "google", "?code=c&state=" + begun.state());
        return parameter(URI.create(response.header("location").get(0)).getRawFragment(), "ticket");
    }

    ActualResponse complete(int status, Begun begun, String ticket) {
        return walk.expect(status, begun.complete(), user, JSON, "{\"ticket\":\"" + ticket + "\"}");
    }

    /** Goes all the way, up to the answer to the last step. */
    ActualResponse connect(int status) {
        Begun begun = beginForApplication();
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
