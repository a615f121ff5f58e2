package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Jdks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Link, list, find and unlink on every JDK, without any leak. */
@Tag("S1")
@ParameterizedClass
@MethodSource("jdks")
class PermissionsIT {

    @SuppressWarnings("NullAway.Init")
    private static Vault vault;

    static List<Jdk> jdks() {
        return Jdks.all();
    }

    @BeforeParameterizedClassInvocation
    static void start(Jdk jdk) {
        vault = Vault.start(jdk);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        vault.close();
    }

    PermissionsIT(Jdk jdk) {}

    @Test
    void a_linked_account_is_listed_and_found_until_it_is_unlinked() {
        String alice = vault.token("alice");

        RawResponse linked = vault.send(
                Request.post("/accounts/link", vault.linkBody("github", "583231", "\"scope\":\"repo read:user\""))
                        .as(alice));
        assertEquals(201, linked.status());
        assertEquals("linked", linked.json().path("status").asText());
        assertEquals("/accounts/github/583231", linked.header("Location"));

        RawResponse found = vault.send(Request.get(linked.header("Location")).as(alice));
        assertEquals(linked.json().path("account"), found.json());
        RawResponse listed = vault.send(Request.get("/accounts").as(alice));
        assertEquals(
                List.of(found.json()),
                listed.json().path("accounts").valueStream().toList());

        RawResponse unlinked =
                vault.send(Request.delete("/accounts/github/583231").as(alice));
        assertEquals(204, unlinked.status());
        assertEquals(
                404,
                vault.send(Request.get("/accounts/github/583231").as(alice)).status());
        assertEquals(
                "{\"accounts\":[],\"next_cursor\":null}",
                vault.send(Request.get("/accounts").as(alice)).body());
    }

    @Test
    void linking_again_replaces_the_account() {
        String bob = vault.token("bob");
        RawResponse first = link(bob, "\"scope\":\"calendar\"");
        RawResponse second = link(bob, "\"scope\":\"calendar drive\"");

        assertEquals(201, first.status());
        assertEquals(200, second.status());
        assertEquals(2, second.json().at("/account/scopes").size());
        assertEquals(first.json().at("/account/linked_at"), second.json().at("/account/linked_at"));
    }

    @Test
    void the_audit_log_lists_events_newest_first() {
        String carol = vault.token("carol");
        link(carol, "");
        vault.send(Request.delete("/accounts/google/work").as(carol).with("X-Request-Id", "the-unlink"));

        JsonNode events = vault.send(Request.get("/audit").as(carol)).json().path("events");

        assertEquals(List.of("unlink", "link"), events.findValuesAsText("action"));
        assertEquals("the-unlink", events.at("/0/request_id").asText());
    }

    @Test
    void another_user_sees_nothing() {
        link(vault.token("dave"), "");
        String eve = vault.token("eve");

        assertEquals(
                404, vault.send(Request.get("/accounts/google/work").as(eve)).status());
        assertEquals(
                404, vault.send(Request.delete("/accounts/google/work").as(eve)).status());
        assertEquals(
                "{\"accounts\":[],\"next_cursor\":null}",
                vault.send(Request.get("/accounts").as(eve)).body());
    }

    @Test
    void the_service_reports_that_it_is_alive_and_ready() {
        assertEquals(200, vault.send(Request.get("/healthz")).status());
        assertEquals(200, vault.send(Request.get("/readyz")).status());
        assertTrue(vault.send(Request.get("/openapi.yaml")).body().startsWith("openapi: 3.1"));
    }

    private static RawResponse link(String token, String more) {
        return vault.send(Request.post("/accounts/link", vault.linkBody("google", "work", more))
                .as(token));
    }
}
