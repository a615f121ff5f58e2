package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Compares the content type and body of a response with the documented ones. */
final class BodyCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiDocument document = ApiDocument.load();
    private final JsonPointer content;

    BodyCheck(JsonPointer response) {
        this.content = response.appendProperty("content");
    }

    List<String> violations(ActualResponse response) {
        if (isAnything()) {
            return List.of();
        }
        if (document.at(content).isMissingNode()) {
            boolean empty =
                    response.body().isEmpty() && response.header("content-type").isEmpty();
            return empty ? List.of() : List.of("the body is not documented");
        }
        if (!isDocumented(response.header("content-type"))) {
            return List.of("the content type " + response.header("content-type") + " is not documented");
        }
        return violations(response.header("content-type").get(0), response.body());
    }

    /** Checks a response to HEAD, which has the headers of GET and no body (RFC 9110 §9.3.2). */
    List<String> violationsOfHead(ActualResponse response) {
        if (!response.body().isEmpty()) {
            return List.of("a response to HEAD has a body");
        }
        boolean documented = isAnything() || isDocumented(response.header("content-type"));
        return documented ? List.of() : List.of("the content type differs from that of GET");
    }

    /** Returns whether the body is that of a provider, which may have any content type, or none. */
    private boolean isAnything() {
        return document.at(content).has("*/*");
    }

    private boolean isDocumented(List<String> contentTypes) {
        return contentTypes.size() == 1 && document.at(content).has(contentTypes.get(0));
    }

    private List<String> violations(String contentType, String body) {
        JsonPointer schema = content.appendProperty(contentType).appendProperty("schema");
        try {
            return Schemas.violations(schema, contentType.endsWith("json") ? read(body) : new TextNode(body));
        } catch (JsonProcessingException e) {
            return List.of("the body is not JSON");
        }
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return JSON.readTree(body);
    }
}
