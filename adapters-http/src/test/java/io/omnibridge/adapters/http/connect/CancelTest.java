package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.connect.AttemptFailure;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("L3")
class CancelTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    private TestResponse cancel(String user, BegunAttempt begun) {
        return steps.send("DELETE", "/connect/" + begun.id(), user, "");
    }

    @Test
    void a_pending_attempt_is_cancelled_once_and_for_all() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);

        assertEquals("", cancel("alice", begun).is(204).body());
        cancel("alice", begun).is(204);

        TestResponse shown = steps.show("alice", begun.id()).is(200);
        assertEquals("failed", shown.json().path("status").textValue());
        assertEquals("cancelled", shown.json().path("reason").textValue());
        steps.callback("google", "code=c&state=" + begun.state()).is(404);
    }

    @Test
    void a_ticket_of_a_cancelled_attempt_links_nothing() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        cancel("alice", begun).is(204);

        TestResponse refused = steps.complete("alice", begun.id(), ticket).isProblem(409, "attempt_failed");
        assertEquals("cancelled", refused.json().path("reason").textValue());
        assertEquals(0, API.providers().exchanges());
    }

    @Test
    @Tag("Z1")
    void anothers_attempt_looks_like_none() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);

        TestResponse foreign = cancel("bob", begun).isProblem(404, "not_found");
        TestResponse none = cancel("bob", new BegunAttempt("0".repeat(32), "")).isProblem(404, "not_found");

        assertEquals(none.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        assertEquals("pending", steps.status("alice", begun));
    }

    @Test
    void an_attempt_that_is_over_is_a_conflict() {
        BegunAttempt completed = steps.beginFor("alice", Backend.IN_FRAGMENT);
        steps.complete("alice", completed.id(), steps.ticket(completed)).is(201);
        cancel("alice", completed).isProblem(409, "attempt_completed");

        API.providers().exchange(() -> new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED));
        BegunAttempt failed = steps.beginFor("alice", Backend.IN_FRAGMENT);
        steps.complete("alice", failed.id(), steps.ticket(failed)).is(409);
        cancel("alice", failed).isProblem(409, "attempt_failed");

        BegunAttempt expired = steps.beginFor("alice", Backend.IN_FRAGMENT);
        API.clock().advance(Duration.ofMinutes(11));
        cancel("alice", expired).isProblem(409, "attempt_expired");
    }
}
