package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.adapters.http.contract.ContractCheck;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps of a connect attempt. Every response is checked against openapi.yaml. */
public final class ConnectSteps {

    private final TestApi api;

    public ConnectSteps(TestApi api) {
        this.api = api;
    }

    /** New attempt with the state that its browser received. */
    public record BegunAttempt(String id, String state) {}

    public TestResponse send(String method, String target, String user, String body) {
        TestRequest call = api.call(method, target).as(user);
        return checked(method, target, (body.isEmpty() ? call : call.json(body)).send());
    }

    /** Returns {@code response} if it conforms to openapi.yaml. */
    public static TestResponse checked(String method, String target, TestResponse response) {
        ContractCheck.verify(
                method, target, new ActualResponse(response.status(), response.headers(), response.body()));
        return response;
    }

    public TestResponse begin(String user, String body) {
        return send("POST", "/connect", user, body);
    }

    /** Begins an attempt at google without a return URL. */
    public BegunAttempt begin(String user) {
        return begun(begin(user, "{\"provider\":\"google\"}"));
    }

    /** Begins an attempt at google with a return URL. */
    public BegunAttempt beginFor(String user, String returnTo) {
        return begun(begin(user, "{\"provider\":\"google\",\"return_to\":\"" + returnTo + "\"}"));
    }

    private static BegunAttempt begun(TestResponse response) {
        response.is(201);
        URI url = URI.create(response.json().path("authorization_url").textValue());
        return new BegunAttempt(
                response.json().path("attempt_id").textValue(),
                Optional.ofNullable(parameters(url.getRawQuery()).get("state")).orElseThrow());
    }

    public TestResponse show(String user, String attemptId) {
        return send("GET", "/connect/" + attemptId, user, "");
    }

    public String status(String user, BegunAttempt begun) {
        return show(user, begun.id()).is(200).json().path("status").textValue();
    }

    /** Sends a browser to {@code provider}'s redirect URI, without a token. */
    public TestResponse callback(String provider, String query) {
        String target = "/oauth/callback/" + provider + (query.isEmpty() ? "" : "?" + query);
        return checked("GET", target, api.get(target).send());
    }

    /** Lets the user consent and returns the ticket that the browser receives. */
    public String ticket(BegunAttempt begun) {
        TestResponse response = callback("google", "state=" + begun.state() + "&code=canary-code");
        URI location = URI.create(response.is(303).header("location"));
        String parameters = location.getRawFragment() == null ? location.getRawQuery() : location.getRawFragment();
        Map<String, String> given = parameters(parameters);
        assertEquals(begun.id(), given.get("attempt_id"));
        String ticket = Optional.ofNullable(given.get("ticket")).orElseThrow();
        assertTrue(ticket.matches("[A-Za-z0-9_-]{43}"));
        return ticket;
    }

    public TestResponse complete(String user, String attemptId, String ticket) {
        return send("POST", "/connect/" + attemptId + "/complete", user, "{\"ticket\":\"" + ticket + "\"}");
    }

    /** Returns a well-formed ticket that was never issued. */
    public static String wrongTicket(int number) {
        return "%043d".formatted(number);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0], part -> URLDecoder.decode(part[1], UTF_8), (one, other) -> other));
    }
}
