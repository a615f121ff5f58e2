package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two users: bob attacks, and alice's browser is at the provider. */
class ConnectIsolationTest {

    private static final String UNKNOWN_ID = "0".repeat(32);

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Tag("Z1")
    @ParameterizedTest
    @CsvSource({"GET, ''", "HEAD, ''", "POST, /complete"})
    void another_users_attempt_is_the_same_404_as_an_unknown_one(String method, String suffix) {
        BegunAttempt attemptOfAlice = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String body = suffix.isEmpty() ? "" : "{\"ticket\":\"" + steps.ticket(attemptOfAlice) + "\"}";
        TestResponse foreign = steps.send(method, "/connect/" + attemptOfAlice.id() + suffix, "bob", body);
        for (String id :
                new String[] {UNKNOWN_ID, "x", attemptOfAlice.id().substring(1), attemptOfAlice.id() + "0", "%20"}) {
            TestResponse unknown = steps.send(method, "/connect/" + id + suffix, "bob", body);
            assertEquals(404, unknown.status(), id);
            assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
            assertEquals(unknown.comparableHeaders(), foreign.comparableHeaders());
        }
        assertEquals("alice", API.attempts().all().get(0).owner().value());
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O11")
    @Test
    void the_beginner_cannot_complete_what_another_user_consented_to() {
        BegunAttempt attemptOfBob = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticketOfAlice = steps.ticket(attemptOfBob);
        for (int i = 0; i < 4; i++) {
            steps.complete("bob", attemptOfBob.id(), ConnectSteps.wrongTicket(i))
                    .isProblem(400, "wrong_ticket");
        }
        steps.complete("alice", attemptOfBob.id(), ticketOfAlice).isProblem(404, "not_found");
        assertEquals("returned", steps.status("bob", attemptOfBob));
        assertEquals(0, API.providers().exchanges());
        assertTrue(API.store().accounts().isEmpty());
    }

    @Tag("O11")
    @Test
    void without_a_whole_ticket_nothing_is_completed() {
        BegunAttempt attemptOfBob = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(attemptOfBob);
        String target = "/connect/" + attemptOfBob.id() + "/complete";
        for (String body : new String[] {
            "{}",
            "{\"ticket\":null}",
            "{\"ticket\":\"\"}",
            "{\"ticket\":[\"" + ticket + "\"]}",
            "{\"ticket\":\"" + ticket.substring(1) + "\"}",
            "{\"ticket\":\" " + ticket + "\"}"
        }) {
            steps.send("POST", target, "bob", body).isProblem(400, "invalid_request");
        }
        assertEquals("returned", steps.status("bob", attemptOfBob));
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O12")
    @Test
    void five_wrong_tickets_fail_an_attempt_for_good() {
        BegunAttempt begun = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        for (int i = 0; i < 5; i++) {
            steps.complete("bob", begun.id(), ConnectSteps.wrongTicket(i));
        }
        TestResponse response = steps.complete("bob", begun.id(), ticket).isProblem(409, "attempt_failed");
        assertEquals("wrong_tickets", response.json().path("reason").textValue());
        assertEquals("failed", steps.status("bob", begun));
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O12")
    @Test
    void a_replayed_callback_reveals_no_ticket_and_changes_nothing() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        for (String other : new String[] {"code=canary-code", "code=another", "error=access_denied"}) {
            TestResponse again = steps.callback("google", "state=" + begun.state() + "&" + other);
            assertEquals(404, again.status());
            assertTrue(again.headers().keySet().stream().noneMatch("location"::equals));
        }
        steps.complete("alice", begun.id(), ticket).is(201);
    }

    @Tag("Z3")
    @ParameterizedTest
    @ValueSource(strings = {"user_id", "owner", "sub", "user"})
    void no_part_of_a_request_can_name_another_owner(String name) {
        steps.begin("alice", "{\"provider\":\"google\",\"" + name + "\":\"bob\"}")
                .isProblem(400, "invalid_request");
        API.get("/providers?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
        API.get("/connect/" + UNKNOWN_ID + "?" + name + "=bob")
                .as("alice")
                .send()
                .isProblem(400, "invalid_request");
        API.call("POST", "/connect?" + name + "=bob")
                .as("alice")
                .json("{\"provider\":\"google\"}")
                .send()
                .isProblem(400, "invalid_request");
        assertTrue(API.attempts().all().isEmpty());
    }
}
