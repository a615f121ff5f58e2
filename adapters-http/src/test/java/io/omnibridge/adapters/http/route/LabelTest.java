package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("L2")
class LabelTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static String body(String more) {
        return "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"" + more + "}";
    }

    private static JsonNode shown() {
        return API.get("/accounts/google/1").as("alice").send().is(200).json();
    }

    @Test
    void a_client_may_say_what_people_call_the_account() {
        API.link(body(",\"label\":\"Alice <b>\"")).send().is(201);

        assertEquals("Alice <b>", shown().path("label").textValue());
        assertEquals(
                "Alice <b>",
                API.get("/accounts")
                        .as("alice")
                        .send()
                        .json()
                        .at("/accounts/0/label")
                        .textValue());
    }

    @Test
    void an_account_without_a_label_has_no_such_member() {
        API.link(body(",\"label\":null")).send().is(201);

        assertFalse(shown().has("label"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "7", "\"a\\nb\"", "[]", "\"\\ud800\""})
    void anything_but_a_name_is_rejected(String label) {
        API.link(body(",\"label\":" + label)).send().isProblem(400, "invalid_request");
    }
}
