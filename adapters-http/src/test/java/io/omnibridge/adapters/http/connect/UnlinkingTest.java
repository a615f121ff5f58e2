package io.omnibridge.adapters.http.connect;

import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.RevocationResult;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlinkingTest {

    private static final String BY_TOKEN =
            "{\"provider\":\"github\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    private String connected() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        return steps.complete("alice", begun.id(), steps.ticket(begun)).is(201).header("location");
    }

    @Tag("O9")
    @Test
    void unlink_with_wait_reports_that_the_provider_revoked_the_grant() {
        String location = connected();
        TestResponse response =
                steps.send("DELETE", location + "?wait=true", "alice", "").is(200);
        assertEquals("{\"revocation\":\"revoked\",\"grants_page\":\"https://google.example/grants\"}", response.body());
        steps.send("GET", location, "alice", "").isProblem(404, "not_found");
        assertTrue(API.store().pendingRevocations().isEmpty());
    }

    @Tag("O9")
    @Test
    void unlink_with_wait_reports_a_failed_revocation_and_still_removes_it() {
        API.providers().revocation(() -> new RevocationResult.Failed(Duration.ofSeconds(1)));
        String location = connected();
        TestResponse response =
                steps.send("DELETE", location + "?wait=true", "alice", "").is(200);
        assertEquals("pending", response.json().path("revocation").textValue());
        assertEquals(1, API.store().pendingRevocations().size());
        steps.send("GET", location, "alice", "").isProblem(404, "not_found");
    }

    @Test
    void unlink_with_wait_reports_that_no_revocation_is_offered() {
        API.link(BY_TOKEN).send().is(201);
        TestResponse response = steps.send("DELETE", "/accounts/github/1?wait=true", "alice", "")
                .is(200);
        assertEquals("{\"revocation\":\"not_offered\",\"grants_page\":null}", response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?wait=false"})
    void unlink_without_wait_has_no_body(String query) {
        API.link(BY_TOKEN).send().is(201);
        assertEquals(
                "",
                steps.send("DELETE", "/accounts/github/1" + query, "alice", "")
                        .is(204)
                        .body());
        assertTrue(API.store().accounts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?wait", "?wait=", "?wait=1", "?wait=TRUE", "?wait=true&wait=true", "?wait=true&x=1"})
    void an_invalid_query_unlinks_nothing(String query) {
        API.link(BY_TOKEN).send().is(201);
        steps.send("DELETE", "/accounts/github/1" + query, "alice", "").isProblem(400, "invalid_request");
        assertEquals(1, API.store().accounts().size());
    }

    @Tag("Z1")
    @Test
    void unlink_with_wait_of_a_foreign_account_is_the_same_404_as_of_none() {
        API.store().put(account(key(BOB, GOOGLE, "of-bob")));
        TestResponse ofBob = steps.send("DELETE", "/accounts/google/of-bob?wait=true", "alice", "");
        TestResponse unknown = steps.send("DELETE", "/accounts/google/nothing?wait=true", "alice", "");
        assertEquals(
                unknown.bodyWithoutRequestId(),
                ofBob.isProblem(404, "not_found").bodyWithoutRequestId());
        assertEquals(unknown.comparableHeaders(), ofBob.comparableHeaders());
        assertEquals(1, API.store().accounts().size());
    }
}
