package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** JSON with one reading only (RFC 8259): no member twice, nothing behind the end, nothing deep. */
final class StrictJson {

    private static final int DEEPEST = 32;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** The object that an answer is; empty if it is none. */
    static Optional<JsonNode> object(ProviderResponse answer) {
        return answer.body().flatMap(StrictJson::object);
    }

    static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A text that is not empty. */
    static Optional<String> text(JsonNode object, String member) {
        return Optional.of(object.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty());
    }

    /** A text or a whole number, as ids are. */
    static Optional<String> id(JsonNode object, JsonPointer pointer) {
        return Optional.of(object.at(pointer))
                .filter(node -> node.isTextual() || node.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    static String write(Map<String, String> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (IOException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }
}
