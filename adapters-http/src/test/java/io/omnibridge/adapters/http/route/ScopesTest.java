package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.requiringScopes().api();

    @ParameterizedTest
    @CsvSource({
        "GET,    /accounts,          accounts:read, 200",
        "HEAD,   /accounts,          accounts:read, 200",
        "GET,    /accounts/google/1, accounts:read, 404",
        "DELETE, /accounts/google/1, accounts:link, 404",
        "POST,   /accounts/link,     accounts:link, 415",
        "GET,    /providers,         accounts:read, 200",
        "POST,   /connect,           accounts:connect, 415",
        "GET,    /connect/1,         accounts:connect, 404",
        "POST,   /connect/1/complete, accounts:connect, 415",
        "GET,    /audit,             accounts:read, 200"
    })
    void each_route_requires_its_scope(String method, String target, String scope, int allowed) {
        String other = scope.equals("accounts:read") ? "accounts:link" : "accounts:read";
        TestResponse rejected =
                API.call(method, target).as("alice+data:read+" + other).send();
        assertEquals(403, rejected.status());
        assertEquals(
                "Bearer realm=\"omnibridge\", error=\"insufficient_scope\", scope=\"" + scope + "\"",
                rejected.hasCommonHeaders().header("www-authenticate"));
        assertEquals(List.of(AuditOutcome.INSUFFICIENT_SCOPE), API.store().refusedOutcomes());
        API.call(method, target).as("alice+" + scope).send().is(allowed);
    }

    @Test
    void the_problem_names_the_missing_scope() {
        TestResponse response = API.get("/accounts").as("alice").send().isProblem(403, "insufficient_scope");
        assertEquals(
                "The token lacks the scope accounts:read.",
                response.json().path("detail").textValue());
    }

    @Test
    void a_rejection_that_cannot_be_recorded_is_an_outage() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        API.get("/accounts").as("alice").send().isProblem(503, "store_unavailable");
    }
}
