package io.omnibridge.adapters.http.route;

import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {

    private static final String OF_BOB = "/accounts/google/of-bob";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @BeforeEach
    void bob_has_an_account() {
        API.store().put(account(key(BOB, GOOGLE, "of-bob")));
    }

    @Tag("Z1")
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE"})
    void another_users_account_is_the_same_404_as_an_unknown_one(String method) {
        TestResponse ofBob = API.call(method, OF_BOB).as("alice").send();
        TestResponse unknown =
                API.call(method, "/accounts/google/nothing").as("alice").send();
        assertEquals(404, ofBob.status());
        assertEquals(unknown.bodyWithoutRequestId(), ofBob.bodyWithoutRequestId());
        assertEquals(unknown.comparableHeaders(), ofBob.comparableHeaders());
        API.get(OF_BOB).as("bob").send().is(200);
    }

    @Tag("Z1")
    @Test
    void another_users_accounts_are_not_listed() {
        assertEquals(
                "{\"accounts\":[],\"next_cursor\":null}",
                API.get("/accounts").as("alice").send().body());
        assertEquals(
                "{\"accounts\":[],\"next_cursor\":null}",
                API.get("/accounts?provider=google").as("alice").send().body());
    }

    @Tag("Z1")
    @Test
    void the_audit_log_shows_only_the_users_own_events() {
        API.call("DELETE", OF_BOB).as("bob").send().is(204);
        assertEquals(
                "{\"events\":[],\"next_cursor\":null,\"head\":null,\"refusals\":[]}",
                API.get("/audit").as("alice").send().body());
        assertFalse(API.get("/audit").as("bob").send().json().path("events").isEmpty());
    }

    @Tag("Z1")
    @Test
    void linking_the_same_account_does_not_affect_another_user() {
        API.link("{\"provider\":\"google\",\"provider_account_id\":\"of-bob\",\"access_token\":\"of-alice\"}")
                .send()
                .is(201);
        API.call("DELETE", OF_BOB).as("alice").send().is(204);
        API.get(OF_BOB).as("bob").send().is(200);
    }

    @Tag("Z3")
    @ParameterizedTest
    @ValueSource(strings = {"user_id", "owner", "sub", "user", "account", "linked_by"})
    void a_member_that_names_an_owner_is_rejected_by_name(String member) {
        String body = "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"t\",\"%s\":\"bob\"}"
                .formatted(member);
        assertEquals(
                List.of("/" + member),
                API.link(body).send().isProblem(400, "invalid_request").pointers());
        assertEquals(1, API.store().accounts().size());
    }

    @Tag("Z3")
    @ParameterizedTest
    @ValueSource(strings = {"user_id", "owner", "sub", "user"})
    void a_query_that_names_an_owner_is_rejected(String name) {
        API.get("/accounts?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
        API.get(OF_BOB + "?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
        API.get("/audit?" + name + "=bob").as("alice").send().isProblem(400, "invalid_request");
    }

    @Tag("Z3")
    @ParameterizedTest
    @ValueSource(strings = {"X-User-Id", "X-User", "X-Forwarded-User", "User-Id", "Sub", "Cookie", "Forwarded"})
    void a_header_that_names_an_owner_is_ignored(String name) {
        TestResponse response =
                API.get("/accounts").as("alice").header(name, "user_id=bob").send();
        assertEquals("{\"accounts\":[],\"next_cursor\":null}", response.is(200).body());
    }
}
