package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.contract.ContractCheck;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way through an attempt, step by step. Every answer is held against openapi.yaml. */
public final class Connecting {

    private final TestApi api;

    public Connecting(TestApi api) {
        this.api = api;
    }

    /** An attempt that has begun, and what the browser was given for it. */
    public record Begun(String id, String state) {}

    public Answer send(String method, String target, String user, String body) {
        Call call = api.call(method, target).as(user);
        return checked(method, target, (body.isEmpty() ? call : call.json(body)).send());
    }

    /** {@code answer}, if the document knows it. */
    public static Answer checked(String method, String target, Answer answer) {
        ContractCheck.verify(
                method,
                target,
                new io.omnibridge.adapters.http.contract.Answer(answer.status(), answer.headers(), answer.body()));
        return answer;
    }

    public Answer begin(String user, String body) {
        return send("POST", "/connect", user, body);
    }

    /** Begins at google, without an application to go back to. */
    public Begun begin(String user) {
        return begun(begin(user, "{\"provider\":\"google\"}"));
    }

    /** Begins at google, with a way back. */
    public Begun beginFor(String user, String returnTo) {
        return begun(begin(user, "{\"provider\":\"google\",\"return_to\":\"" + returnTo + "\"}"));
    }

    private static Begun begun(Answer answer) {
        answer.is(201);
        URI url = URI.create(answer.json().path("authorization_url").textValue());
        return new Begun(
                answer.json().path("attempt_id").textValue(),
                Optional.ofNullable(parameters(url.getRawQuery()).get("state")).orElseThrow());
    }

    public Answer show(String user, String attemptId) {
        return send("GET", "/connect/" + attemptId, user, "");
    }

    public String status(String user, Begun begun) {
        return show(user, begun.id()).is(200).json().path("status").textValue();
    }

    /** A browser comes back to {@code provider}'s redirect URI, without any token. */
    public Answer comeBack(String provider, String query) {
        String target = "/oauth/callback/" + provider + (query.isEmpty() ? "" : "?" + query);
        return checked("GET", target, api.get(target).send());
    }

    /** The user of the browser has given the permission; the ticket that the browser is given. */
    public String ticket(Begun begun) {
        Answer answer = comeBack("google", "state=" + begun.state() + "&code=canary-code");
        URI location = URI.create(answer.is(303).header("location"));
        String place = location.getRawFragment() == null ? location.getRawQuery() : location.getRawFragment();
        Map<String, String> given = parameters(place);
        assertEquals(begun.id(), given.get("attempt_id"));
        String ticket = Optional.ofNullable(given.get("ticket")).orElseThrow();
        assertTrue(ticket.matches("[A-Za-z0-9_-]{43}"));
        return ticket;
    }

    public Answer complete(String user, String attemptId, String ticket) {
        return send("POST", "/connect/" + attemptId + "/complete", user, "{\"ticket\":\"" + ticket + "\"}");
    }

    /** A ticket that nobody was given. */
    public static String guess(int number) {
        return "%043d".formatted(number);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0], part -> URLDecoder.decode(part[1], UTF_8), (one, other) -> other));
    }
}
