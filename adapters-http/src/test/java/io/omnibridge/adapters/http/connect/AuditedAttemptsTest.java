package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.connect.AttemptFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** GET /audit says who acted, and on which connect attempt. */
class AuditedAttemptsTest {

    private static final String BY_TOKEN =
            "{\"provider\":\"github\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"}";
    private static final String USER = "{\"kind\":\"user\",\"name\":\"notes-app\"}";
    private static final String BROWSER = "{\"kind\":\"browser\",\"name\":null}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        steps.send("GET", "/audit?limit=100", "alice", "")
                .is(200)
                .json()
                .path("events")
                .forEach(event -> events.add(0, event));
        return events;
    }

    @Test
    @Tag("S21")
    void no_request_id_makes_an_unlink_of_a_client_look_like_one_of_omnibridge() {
        for (String requestId : List.of("unused", "erase-user", "revoke-provider")) {
            API.link(BY_TOKEN).send().is(201);
            API.call("DELETE", "/accounts/github/1")
                    .as("alice")
                    .header("X-Request-Id", requestId)
                    .send()
                    .is(204);

            List<JsonNode> events = events();
            JsonNode unlinked = events.get(events.size() - 1);
            assertEquals("unlinked", unlinked.path("outcome").textValue());
            assertEquals(requestId, unlinked.path("request_id").textValue());
            assertEquals(USER, unlinked.path("actor").toString());
        }
    }

    @Test
    @Tag("S21")
    void a_callback_is_the_act_of_a_browser_and_a_revocation_that_of_the_service() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String account =
                steps.complete("alice", begun.id(), steps.ticket(begun)).is(201).header("location");
        steps.send("DELETE", account + "?wait=true", "alice", "").is(200);

        assertEquals(
                List.of(
                        "begun " + USER,
                        "returned " + BROWSER,
                        "exchanging " + USER,
                        "linked " + USER,
                        "unlinked " + USER,
                        "revoked {\"kind\":\"service\",\"name\":\"revoke_grants\"}"),
                events().stream()
                        .map(event -> event.path("outcome").textValue() + " " + event.path("actor"))
                        .toList());
    }

    @Test
    @Tag("OP3")
    void every_event_of_an_attempt_names_it_and_its_provider() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1)).is(400);
        steps.complete("alice", begun.id(), ticket).is(201);

        List<JsonNode> events = events();
        assertEquals(5, events.size());
        for (JsonNode event : events) {
            assertEquals(begun.id(), event.path("attempt_id").textValue());
            assertEquals("google", event.path("provider").textValue());
            assertTrue(event.path("reason").isNull());
        }
    }

    @Test
    @Tag("OP3")
    void the_event_of_a_failed_attempt_says_why() {
        BegunAttempt denied = steps.beginFor("alice", Backend.IN_FRAGMENT);
        steps.callback("google", "state=" + denied.state() + "&error=access_denied");
        API.providers().exchange(() -> new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED));
        BegunAttempt refused = steps.beginFor("alice", Backend.IN_FRAGMENT);
        steps.complete("alice", refused.id(), steps.ticket(refused)).is(409);

        assertEquals(
                List.of("google access_denied " + denied.id(), "google code_refused " + refused.id()),
                events().stream()
                        .filter(event -> event.path("outcome").textValue().equals("failed"))
                        .map(event -> String.join(
                                " ",
                                event.path("provider").textValue(),
                                event.path("reason").textValue(),
                                event.path("attempt_id").textValue()))
                        .toList());
    }
}
