package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H9")
class RequestIdsTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @ValueSource(strings = {"a", "0-_.Z", "7b1c6a0e-5f7c-4b8e-9d1f-2a3b4c5d6e7f", "x", "...."})
    void a_well_formed_id_is_returned(String id) {
        assertEquals(id, returnedId(id));
        assertEquals(id, returnedId(id + "x".repeat(64 - id.length())).substring(0, id.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a,b", "<script>", "a;b", "\u00e9", "a\tb", "{}", "a/b", "a\"b", "a\u001b[31m"})
    void a_malformed_id_is_replaced_by_a_new_one(String id) {
        TestResponse response = API.get("/healthz").header("X-Request-Id", id).send();
        response.hasCommonHeaders();
        assertNotEquals(id, response.header("x-request-id"));
    }

    @Test
    void an_id_that_is_too_long_is_replaced() {
        assertTrue(returnedId("x".repeat(65)).length() < 65);
    }

    @Test
    void two_ids_are_replaced_by_a_new_one() {
        String id = API.get("/healthz")
                .header("X-Request-Id", "one")
                .header("X-Request-Id", "two")
                .send()
                .header("x-request-id");
        assertNotEquals("one", id);
        assertNotEquals("two", id);
    }

    @Test
    void two_requests_have_different_ids() {
        assertNotEquals(
                API.get("/healthz").send().header("x-request-id"),
                API.get("/healthz").send().header("x-request-id"));
    }

    private static String returnedId(String id) {
        return API.get("/accounts")
                .header("X-Request-Id", id)
                .send()
                .isProblem(401, "unauthenticated")
                .header("x-request-id");
    }
}
