package io.omnibridge.adapters.http.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@Tag("H3")
class ArbitraryBodiesTest {

    private static final String CANARY = "ya29.CANARY_0123456789";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestApi API = TestApi.standard();
    private static final RawHttp[] CONNECTION = new RawHttp[1];

    @BeforeContainer
    static void start() {
        API.start();
        CONNECTION[0] = API.connect();
    }

    @AfterContainer
    static void stop() {
        CONNECTION[0].close();
        API.stop();
    }

    @Property
    void no_json_body_causes_a_fault_or_is_echoed(@ForAll("objects") Map<String, Object> body)
            throws JsonProcessingException {
        assertNoFault(JSON.writeValueAsBytes(body));
    }

    @Property
    void no_bytes_cause_a_fault(@ForAll byte[] body) {
        assertNoFault(body);
    }

    @Property
    void no_prefix_of_a_valid_body_causes_a_fault(@ForAll("cuts") int length) {
        String good = "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"" + CANARY + "\"}";
        assertNoFault(good.substring(0, Math.min(length, good.length())).getBytes(UTF_8));
    }

    private static void assertNoFault(byte[] body) {
        TestResponse response = API.call("POST", "/accounts/link")
                .as("alice")
                .body("application/json", body)
                .sendOn(CONNECTION[0])
                .hasCommonHeaders();
        assertTrue(response.status() < 500, response::toString);
        assertFalse(response.toString().contains(CANARY), response::toString);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 110);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("provider", "provider_account_id", "access_token", "refresh_token", "scope", "scopes"),
                Arbitraries.of("token_type", "expires_in", "expires_at", "id_token", "user_id", CANARY),
                Arbitraries.strings().ofMaxLength(8));
        return Arbitraries.maps(names, values()).ofMaxSize(8);
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(CANARY, "google", "1", "Bearer", "2030-01-01T00:00:00Z")
                        .map(text -> (Object) text),
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(value -> (Object) value));
        return Arbitraries.oneOf(scalars, scalars.list().ofMaxSize(4).map(list -> (Object) list));
    }
}
