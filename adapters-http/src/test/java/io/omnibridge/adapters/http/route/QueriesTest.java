package io.omnibridge.adapters.http.route;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts?x=1",
                "/accounts?provider=google&provider=google",
                "/accounts?provider=google&x",
                "/accounts?provider=",
                "/accounts?provider",
                "/accounts?provider=Google",
                "/accounts?=google",
                "/accounts?Provider=google",
                "/accounts?provider=goo%00gle",
                "/accounts?provider=%ff",
                "/accounts?provider=%c0%af",
                "/accounts?provider=%zz",
                "/accounts?provider=%",
                "/accounts?provider[]=google",
                "/accounts?provider=google;x=1",
                "/audit?limit=0",
                "/audit?limit=201",
                "/audit?limit=-1",
                "/audit?limit=1.0",
                "/audit?limit=01",
                "/audit?limit=%2B1",
                "/audit?limit=",
                "/audit?limit=x",
                "/audit?limit=9999999999",
                "/audit?limit=\u0661",
                "/audit?cursor=0",
                "/audit?cursor=-1",
                "/audit?cursor=x",
                "/audit?cursor=",
                "/audit?cursor=99999999999999999999",
                "/audit?limit=1&limit=2",
                "/audit?user=bob",
                "/audit?log=",
                "/audit?log=USE",
                "/audit?log=uses&log=changes",
                "/audit?log=uses&limit=201",
                "/audit?log=uses&cursor=0",
                "/audit?log=uses&lease=1",
                "/accounts/google/1?x=1",
                "/accounts/google/1?provider=google",
                "/providers?x=1",
                "/connect/00000000000000000000000000000000?x=1",
                "/healthz?x=1",
                "/readyz?x=1",
                "/openapi.yaml?x=1"
            })
    void an_invalid_query_is_rejected(String target) {
        API.get(target).as("alice").send().isProblem(400, "invalid_request");
    }

    @Test
    void an_empty_query_is_accepted() {
        API.get("/accounts?").as("alice").send().is(200);
    }

    @Test
    void a_list_can_be_limited_to_one_provider() {
        API.store().put(account(key(ALICE, GOOGLE, "1")));
        API.store().put(account(key(ALICE, NOTION, "2")));
        assertEquals(2, listed("/accounts"));
        assertEquals(1, listed("/accounts?provider=google"));
        assertEquals(1, listed("/accounts?provider=g%6fogle"));
        assertEquals(0, listed("/accounts?provider=slack"));
    }

    @Test
    void a_long_list_is_complete() {
        for (int i = 0; i < 1_000; i++) {
            API.store().put(account(key(ALICE, GOOGLE, "x".repeat(250) + i)));
        }
        assertEquals(1_000, listed("/accounts?limit=1000"));
        API.call("HEAD", "/accounts").as("alice").send().is(200);
    }

    @Test
    void the_audit_log_is_read_page_by_page() {
        for (int i = 0; i < 5; i++) {
            API.link("{\"provider\":\"github\",\"provider_account_id\":\"" + i + "\",\"access_token\":\"t\"}")
                    .header("X-Request-Id", "r" + i)
                    .send();
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = page("/audit?limit=2");
        while (!page.path("next_cursor").isNull()) {
            seen.addAll(page.findValuesAsText("request_id"));
            page = page("/audit?limit=2&cursor=" + page.path("next_cursor").textValue());
        }
        seen.addAll(page.findValuesAsText("request_id"));
        assertEquals(List.of("r4", "r3", "r2", "r1", "r0"), seen);
        assertEquals("linked", page("/audit?limit=200").at("/events/0/outcome").textValue());
        assertEquals("notes-app", page("/audit").at("/events/0/client").textValue());
    }

    @Tag("U3")
    @Test
    void every_page_of_the_audit_log_has_the_chain_head() {
        assertTrue(page("/audit").path("head").isNull());
        for (int i = 0; i < 3; i++) {
            API.link("{\"provider\":\"github\",\"provider_account_id\":\"" + i + "\",\"access_token\":\"t\"}")
                    .send();
        }
        String head = "3." + "0".repeat(63) + "3";
        assertEquals(head, page("/audit?limit=1").path("head").textValue());
        assertEquals(head, page("/audit?limit=1&cursor=1").path("head").textValue());
    }

    @Tag("D5")
    @Test
    void the_service_is_alive_while_it_is_not_ready() {
        API.get("/readyz").send().is(200);
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        assertEquals("1", API.get("/readyz").send().isProblem(503, "not_ready").header("retry-after"));
        assertEquals(
                "{\"status\":\"alive\"}", API.get("/healthz").send().is(200).body());
    }

    private static int listed(String target) {
        return API.get(target)
                .as("alice")
                .send()
                .is(200)
                .json()
                .path("accounts")
                .size();
    }

    private static JsonNode page(String target) {
        JsonNode page = API.get(target).as("alice").send().is(200).json();
        assertTrue(page.path("events").isArray());
        return page;
    }
}
