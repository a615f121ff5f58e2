package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.domain.audit.AuditOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Test
    void an_account_is_connected_step_by_step() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        assertEquals("pending", steps.status("alice", begun));

        String ticket = steps.ticket(begun);
        assertEquals("returned", steps.status("alice", begun));

        TestResponse completed = steps.complete("alice", begun.id(), ticket).is(201);
        assertEquals("linked", completed.json().path("status").textValue());
        assertEquals("completed", steps.status("alice", begun));
        JsonNode account = completed.json().path("account");
        assertEquals("connect", account.path("linked_by").textValue());
        assertTrue(account.path("refreshable").booleanValue());
        assertEquals(
                account,
                steps.send("GET", completed.header("location"), "alice", "")
                        .is(200)
                        .json());
    }

    @Test
    void a_new_attempt_has_an_authorization_url_and_an_expiry() {
        TestResponse response = steps.begin("alice", "{\"provider\":\"notion\",\"scopes\":[\"openid\",\"email\"]}")
                .is(201);
        String url = response.json().path("authorization_url").textValue();
        assertTrue(url.startsWith("https://notion.example/authorize?"), url);
        assertTrue(url.contains("scope=openid%20email&"), url);
        Duration left = Duration.between(
                Instant.now(), Instant.parse(response.json().path("expires_at").textValue()));
        assertTrue(left.compareTo(Duration.ofMinutes(9)) > 0 && left.compareTo(Duration.ofMinutes(10)) <= 0);
        TestResponse shown =
                steps.send("GET", response.header("location"), "alice", "").is(200);
        assertEquals(response.json().path("attempt_id"), shown.json().path("attempt_id"));
        assertEquals("notion", shown.json().path("provider").textValue());
    }

    @Test
    @Tag("O14")
    void completing_again_returns_the_same_response_without_an_exchange() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_QUERY);
        String ticket = steps.ticket(begun);
        TestResponse first = steps.complete("alice", begun.id(), ticket).is(201);
        TestResponse second = steps.complete("alice", begun.id(), ticket).is(201);
        assertEquals(first.body(), second.body());
        assertEquals(first.header("location"), second.header("location"));
        assertEquals(1, API.providers().exchanges());
    }

    @Test
    void an_account_unlinked_since_is_not_reported_as_linked() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        TestResponse linked = steps.complete("alice", begun.id(), ticket).is(201);
        steps.send("DELETE", linked.header("location"), "alice", "").is(204);
        steps.complete("alice", begun.id(), ticket).isProblem(404, "not_found");
    }

    @Test
    void the_same_account_is_replaced_and_another_is_added() {
        connect("1");
        connect("1");
        connect("2");
        assertEquals(2, API.store().accounts().size());
        assertEquals(3, API.providers().exchanges());
    }

    @Test
    void an_id_that_fits_no_path_is_replaced_by_its_digest() {
        TestResponse linked = connect("https://id.example/users/1");
        String location = linked.header("location");
        assertTrue(location.startsWith("/accounts/google/~h:"), location);
        steps.send("GET", location, "alice", "").is(200);
        steps.send("DELETE", location, "alice", "").is(204);
        steps.send("GET", location, "alice", "").isProblem(404, "not_found");
    }

    private TestResponse connect(String accountId) {
        API.providers().exchange(() -> FakeProviders.granted(accountId));
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        return steps.complete("alice", begun.id(), steps.ticket(begun)).is(201);
    }

    @Test
    @Tag("U2")
    void every_step_is_in_the_users_audit_log() {
        connect("1");
        assertEquals(AuditOutcome.BEGUN, API.store().outcomes().get(0));
        assertEquals(AuditOutcome.RETURNED, API.store().outcomes().get(1));
        List<AuditOutcome> outcomes = API.store().outcomes();
        assertEquals(AuditOutcome.LINKED, outcomes.get(outcomes.size() - 1));
        steps.send("GET", "/audit", "alice", "").is(200);
    }

    @Test
    @Tag("S1")
    void no_response_contains_a_token_a_code_or_the_ticket_again() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        String responses = "" + steps.show("alice", begun.id())
                + steps.complete("alice", begun.id(), ticket)
                + steps.show("alice", begun.id())
                + steps.send("GET", "/accounts", "alice", "")
                + steps.send("GET", "/providers", "alice", "")
                + steps.send("GET", "/audit", "alice", "");
        assertFalse(responses.contains("canary"), responses);
        assertFalse(responses.contains(ticket), responses);
        assertFalse(responses.contains(begun.state()), responses);
    }
}
