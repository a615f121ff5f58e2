package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.Answer;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.Connecting;
import io.omnibridge.adapters.http.testing.Connecting.Begun;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.domain.audit.AuditOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectingTest {

    @RegisterExtension
    static final TestApi API = TestApi.usual();

    private final Connecting connecting = new Connecting(API);

    @Test
    void an_account_is_connected_step_by_step() {
        Begun begun = connecting.beginFor("alice", Backend.IN_FRAGMENT);
        assertEquals("pending", connecting.status("alice", begun));

        String ticket = connecting.ticket(begun);
        assertEquals("returned", connecting.status("alice", begun));

        Answer completed = connecting.complete("alice", begun.id(), ticket).is(201);
        assertEquals("linked", completed.json().path("status").textValue());
        assertEquals("completed", connecting.status("alice", begun));
        JsonNode account = completed.json().path("account");
        assertEquals("connect", account.path("linked_by").textValue());
        assertTrue(account.path("refreshable").booleanValue());
        assertEquals(
                account,
                connecting
                        .send("GET", completed.header("location"), "alice", "")
                        .is(200)
                        .json());
    }

    @Test
    void the_beginning_says_where_to_go_and_until_when() {
        Answer answer = connecting
                .begin("alice", "{\"provider\":\"notion\",\"scopes\":[\"openid\",\"email\"]}")
                .is(201);
        String url = answer.json().path("authorization_url").textValue();
        assertTrue(url.startsWith("https://notion.example/authorize?"), url);
        assertTrue(url.contains("scope=openid%20email&"), url);
        Duration left = Duration.between(
                Instant.now(), Instant.parse(answer.json().path("expires_at").textValue()));
        assertTrue(left.compareTo(Duration.ofMinutes(9)) > 0 && left.compareTo(Duration.ofMinutes(10)) <= 0);
        Answer shown =
                connecting.send("GET", answer.header("location"), "alice", "").is(200);
        assertEquals(answer.json().path("attempt_id"), shown.json().path("attempt_id"));
        assertEquals("notion", shown.json().path("provider").textValue());
    }

    @Test
    @Tag("O14")
    void who_completes_again_gets_the_same_answer_and_no_second_exchange() {
        Begun begun = connecting.beginFor("alice", Backend.IN_QUERY);
        String ticket = connecting.ticket(begun);
        Answer first = connecting.complete("alice", begun.id(), ticket).is(201);
        Answer second = connecting.complete("alice", begun.id(), ticket).is(201);
        assertEquals(first.body(), second.body());
        assertEquals(first.header("location"), second.header("location"));
        assertEquals(1, API.providers().exchanges());
    }

    @Test
    void an_account_that_was_unlinked_since_is_not_shown_as_linked() {
        Begun begun = connecting.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = connecting.ticket(begun);
        Answer linked = connecting.complete("alice", begun.id(), ticket).is(201);
        connecting.send("DELETE", linked.header("location"), "alice", "").is(204);
        connecting.complete("alice", begun.id(), ticket).isProblem(404, "not_found");
    }

    @Test
    void the_same_account_is_replaced_and_another_one_added() {
        connect("1");
        connect("1");
        connect("2");
        assertEquals(2, API.store().accounts().size());
        assertEquals(3, API.providers().exchanges());
    }

    @Test
    void an_id_that_fits_no_path_is_shown_and_found_by_its_digest() {
        Answer linked = connect("https://id.example/users/1");
        String location = linked.header("location");
        assertTrue(location.startsWith("/accounts/google/~h:"), location);
        connecting.send("GET", location, "alice", "").is(200);
        connecting.send("DELETE", location, "alice", "").is(204);
        connecting.send("GET", location, "alice", "").isProblem(404, "not_found");
    }

    private Answer connect(String accountId) {
        API.providers().exchange(() -> FakeProviders.granted(accountId));
        Begun begun = connecting.beginFor("alice", Backend.IN_FRAGMENT);
        return connecting
                .complete("alice", begun.id(), connecting.ticket(begun))
                .is(201);
    }

    @Test
    @Tag("U2")
    void every_step_is_in_the_users_record() {
        connect("1");
        assertEquals(AuditOutcome.BEGUN, API.store().outcomes().get(0));
        assertEquals(AuditOutcome.RETURNED, API.store().outcomes().get(1));
        List<AuditOutcome> outcomes = API.store().outcomes();
        assertEquals(AuditOutcome.LINKED, outcomes.get(outcomes.size() - 1));
        connecting.send("GET", "/audit", "alice", "").is(200);
    }

    @Test
    @Tag("S1")
    void no_answer_has_a_token_a_code_or_the_ticket_again() {
        Begun begun = connecting.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = connecting.ticket(begun);
        String answers = "" + connecting.show("alice", begun.id())
                + connecting.complete("alice", begun.id(), ticket)
                + connecting.show("alice", begun.id())
                + connecting.send("GET", "/accounts", "alice", "")
                + connecting.send("GET", "/providers", "alice", "")
                + connecting.send("GET", "/audit", "alice", "");
        assertFalse(answers.contains("canary"), answers);
        assertFalse(answers.contains(ticket), answers);
        assertFalse(answers.contains(begun.state()), answers);
    }
}
