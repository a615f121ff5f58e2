package io.omnibridge.adapters.http.route;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.domain.account.LinkedBy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkTest {

    private static final String MINIMAL =
            "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"}";

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.withQuota(1).api();

    @RegisterExtension
    static final TestApi WITHOUT_LINKING =
            TestSetup.DEFAULT.withoutLinkByToken().api();

    @Test
    void a_new_account_is_created_and_the_same_one_is_replaced() {
        TestResponse created = API.link(MINIMAL).send().is(201);
        assertEquals("linked", created.json().path("status").textValue());
        assertEquals("/accounts/google/1", created.header("location"));
        TestResponse replaced = API.link(MINIMAL).send().is(200);
        assertEquals("linked", replaced.json().path("status").textValue());
        assertFalse(replaced.headers().containsKey("location"));
    }

    @Test
    void a_whole_token_response_is_accepted_and_only_metadata_returned() {
        TestResponse response = API.link("""
                {"provider": "google", "provider_account_id": "me@example.org", "access_token": "canary-token",
                 "refresh_token": "canary-token", "refresh_token_expires_in": 86400, "id_token": "canary-token",
                 "token_type": "bEaReR", "expires_in": 3600, "scope": "mail.read files.read"}
                """).send().is(201);
        assertFalse(response.body().contains("canary"), response::toString);
        JsonNode account = response.json().path("account");
        assertEquals("[\"mail.read\",\"files.read\"]", account.path("scopes").toString());
        assertEquals("active", account.path("status").textValue());
        assertEquals("token", account.path("linked_by").textValue());
        assertFalse(account.path("refreshable").booleanValue());
        assertTrue(account.path("expires_at").textValue().endsWith("Z"));
        assertEquals(
                account,
                API.get("/accounts/google/me@example.org")
                        .as("alice")
                        .send()
                        .is(200)
                        .json());
    }

    @Test
    void an_expired_account_needs_reconnect() {
        String body = MINIMAL.replace("}", ",\"expires_at\":\"1970-01-01T00:00:00Z\"}");
        JsonNode account = API.link(body).send().is(201).json().path("account");
        assertEquals("needs_reconnect", account.path("status").textValue());
    }

    @Test
    void an_account_beyond_the_quota_is_a_conflict() {
        API.link(MINIMAL).send().is(201);
        API.link(MINIMAL.replace("\"1\"", "\"2\"")).send().isProblem(409, "quota_exceeded");
        assertEquals(1, API.store().accounts().size());
    }

    @Tag("L1")
    @Test
    void linking_by_token_does_not_replace_a_connected_account() {
        API.store().put(account(key(ALICE, GOOGLE, "1"), LinkedBy.CONNECT, NOW));
        API.link(MINIMAL).send().isProblem(409, "account_connected");
    }

    @Test
    void the_route_is_absent_if_linking_by_token_is_disabled() {
        WITHOUT_LINKING.link(MINIMAL).send().isProblem(404, "not_found");
        WITHOUT_LINKING.call("OPTIONS", "/accounts/link").send().isProblem(404, "not_found");
        assertTrue(WITHOUT_LINKING.store().accounts().isEmpty());
    }
}
