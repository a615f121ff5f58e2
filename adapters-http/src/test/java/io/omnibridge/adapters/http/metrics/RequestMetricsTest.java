package io.omnibridge.adapters.http.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("D7")
class RequestMetricsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @Test
    void arbitrary_paths_methods_and_users_add_no_series() {
        for (int i = 0; i < 15; i++) {
            sendRequests(i);
        }
        int series = API.registry().getMeters().size();
        for (int i = 15; i < 50; i++) {
            sendRequests(i);
        }
        assertEquals(series, API.registry().getMeters().size());
        assertTrue(routes().contains("/accounts/{provider}/{provider_account_id}"));
        assertTrue(routes().stream().allMatch(route -> route.startsWith("/") || route.equals("unmatched")));
    }

    @Test
    void rejected_tokens_are_counted_by_reason() {
        double before = rejections("expired");
        API.get("/accounts").as("refused+EXPIRED").send();
        API.get("/accounts").as("refused+SIGNATURE").send();
        assertEquals(before + 1, rejections("expired"));
    }

    @Test
    void requests_that_jetty_rejects_are_counted_too() {
        API.get("/%").send().isProblem(400, "invalid_request");
        assertTimeoutPreemptively(TIMEOUT, RequestMetricsTest::awaitCountedRejection);
    }

    /** Waits, because a request is counted when it is complete, which may be after its response has arrived. */
    private static void awaitCountedRejection() throws InterruptedException {
        while (API.registry()
                .find("omnibridge.http.requests")
                .tags("route", "unmatched", "status", "400")
                .timers()
                .isEmpty()) {
            Thread.sleep(5);
        }
    }

    private static void sendRequests(int i) {
        API.get("/path-" + i).send();
        API.get("/accounts/provider-" + i + "/" + i).as("user-" + i).send();
        API.get("/accounts").as("user-" + i).send();
        API.get("/accounts").as("nobody" + i).send();
        API.get("/accounts?p" + i).as("alice").send();
        API.call("METHOD" + i, "/accounts").send();
        API.get("/%" + i).send();
    }

    private static double rejections(String reason) {
        return API.registry()
                .get("omnibridge.jwt.refusals")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static Set<String> routes() {
        return API.registry().find("omnibridge.http.requests").timers().stream()
                .map(timer -> String.valueOf(timer.getId().getTag("route")))
                .collect(Collectors.toSet());
    }
}
