package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit log shows changes whatever was refused, and how often something was. */
@Tag("A23")
class RefusalsTest {

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.requiringScopes().api();

    private static final String LINKER = "alice+accounts:link+accounts:read";

    @Test
    void refusals_hide_no_change_and_are_counted() {
        API.call("POST", "/accounts/link")
                .as(LINKER)
                .json("{\"provider\":\"github\",\"provider_account_id\":\"1\",\"access_token\":\"t\"}")
                .send()
                .is(201);
        for (int i = 0; i < 60; i++) {
            API.get("/accounts").as("alice").send().is(403);
            API.call("DELETE", "/accounts/github/other").as(LINKER).send().is(404);
        }

        TestResponse audit = ConnectSteps.checked(
                "GET", "/audit", API.get("/audit").as(LINKER).send());

        JsonNode json = audit.is(200).json();
        assertEquals(1, json.path("events").size());
        assertEquals("linked", json.path("events").path(0).path("outcome").textValue());
        assertEquals(2, json.path("refusals").size());
        JsonNode last = json.path("refusals").path(0);
        assertEquals("unlink", last.path("action").textValue());
        assertEquals("not_found", last.path("outcome").textValue());
        assertEquals(60, last.path("count").intValue());
        assertEquals(60, json.path("refusals").path(1).path("count").intValue());
    }
}
