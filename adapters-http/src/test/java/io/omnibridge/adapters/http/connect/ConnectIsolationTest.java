package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bob is the one who means harm; alice's browser is the one at the provider. */
class ConnectIsolationTest {

    private static final String NOTHING = "0".repeat(32);

    @RegisterExtension
    static final TestApi API = TestApi.usual();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Tag("Z1")
    @ParameterizedTest
    @CsvSource({"GET, ''", "HEAD, ''", "POST, /complete"})
    void another_users_attempt_is_the_same_404_as_an_unknown_one(String method, String suffix) {
        BegunAttempt ofAlice = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String body = suffix.isEmpty() ? "" : "{\"ticket\":\"" + steps.ticket(ofAlice) + "\"}";
        TestResponse foreign = steps.send(method, "/connect/" + ofAlice.id() + suffix, "bob", body);
        for (String none : new String[] {NOTHING, "x", ofAlice.id().substring(1), ofAlice.id() + "0", "%20"}) {
            TestResponse nothing = steps.send(method, "/connect/" + none + suffix, "bob", body);
            assertEquals(404, nothing.status(), none);
            assertEquals(nothing.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
            assertEquals(nothing.comparableHeaders(), foreign.comparableHeaders());
        }
        assertEquals("alice", API.attempts().all().get(0).owner().value());
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O11")
    @Test
    void the_beginner_cannot_complete_what_another_user_consented_to() {
        BegunAttempt ofBob = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticketOfAlice = steps.ticket(ofBob);
        for (int i = 0; i < 4; i++) {
            steps.complete("bob", ofBob.id(), ConnectSteps.guess(i)).isProblem(400, "wrong_ticket");
        }
        steps.complete("alice", ofBob.id(), ticketOfAlice).isProblem(404, "not_found");
        assertEquals("returned", steps.status("bob", ofBob));
        assertEquals(0, API.providers().exchanges());
        assertTrue(API.store().accounts().isEmpty());
    }

    @Tag("O11")
    @Test
    void without_a_whole_ticket_nothing_is_completed() {
        BegunAttempt ofBob = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(ofBob);
        String target = "/connect/" + ofBob.id() + "/complete";
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
        assertEquals("returned", steps.status("bob", ofBob));
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O12")
    @Test
    void five_wrong_tickets_fail_an_attempt_for_good() {
        BegunAttempt begun = steps.beginFor("bob", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        for (int i = 0; i < 5; i++) {
            steps.complete("bob", begun.id(), ConnectSteps.guess(i));
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
            TestResponse again = steps.comeBack("google", "state=" + begun.state() + "&" + other);
            assertEquals(404, again.status());
            assertTrue(again.headers().keySet().stream().noneMatch("location"::equals));
        }
        steps.complete("alice", begun.id(), ticket).is(201);
    }

    @Tag("Z3")
    @ParameterizedTest
    @ValueSource(strings = {"user_id", "owner", "sub", "user"})
    void no_part_of_a_request_can_name_another_owner(String name) {
        steps
                .begin("alice", "{\"provider\":\"google\",\"" + name + "\":\"bob\"}")
                .isProblem(400, "invalid_request");
        API.get("/providers?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
        API.get("/connect/" + NOTHING + "?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
        API.call("POST", "/connect?" + name + "=bob")
                .as("alice")
                .json("{\"provider\":\"google\"}")
                .send()
                .isProblem(400, "invalid_request");
        assertTrue(API.attempts().all().isEmpty());
    }
}
