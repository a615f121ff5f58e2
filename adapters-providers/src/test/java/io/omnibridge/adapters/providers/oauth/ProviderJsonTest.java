package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\"}",
                "\ufeff{\"id\":\"7\"}",
                "{\"id\":\"7\",\"name\":\"cut \\ud83d\"}",
                " {\"id\":\"7\"}\n"
            })
    void an_object_is_read_also_with_a_byte_order_mark_or_a_cut_text(String body) {
        assertEquals(Optional.of("7"), object(body).flatMap(object -> ProviderJson.text(object, "id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\ufeff\ufeff{}", "[]", "{\"id\":1,\"id\":2}", "{} {}", "<html>"})
    void anything_else_is_empty(String body) {
        assertEquals(Optional.empty(), object(body));
    }

    @Test
    void a_response_without_a_readable_body_is_empty() {
        assertEquals(Optional.empty(), ProviderJson.object(response(Optional.empty())));
    }

    private static Optional<JsonNode> object(String body) {
        return ProviderJson.object(response(Optional.of(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static ProviderResponse response(Optional<byte[]> body) {
        return new ProviderResponse(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
