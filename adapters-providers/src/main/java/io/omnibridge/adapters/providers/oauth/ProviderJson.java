package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** JSON that providers send and receive. Thread-safe. */
final class ProviderJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ProviderJson() {}

    /** Returns the object that a response consists of; empty if it is not strict JSON. */
    static Optional<JsonNode> object(ProviderResponse response) {
        return response.body().flatMap(ProviderJson::object);
    }

    /** Returns the object that {@code bytes} consist of; empty if they are not strict JSON. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(StrictJson.readForeignObject(withoutByteOrderMark(bytes)));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /** RFC 8259 §8.1 allows to ignore the mark, and some servers write it. */
    private static byte[] withoutByteOrderMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        boolean isMarked = bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
        return isMarked ? Arrays.copyOfRange(bytes, length, bytes.length) : bytes;
    }

    /** Returns a member that is a text and not empty. */
    static Optional<String> text(JsonNode object, String member) {
        return Optional.of(object.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty());
    }

    /** Returns a text or a whole number, as ids are. */
    static Optional<String> id(JsonNode object, JsonPointer pointer) {
        return Optional.of(object.at(pointer))
                .filter(node -> node.isTextual() || node.isIntegralNumber())
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty());
    }

    /** Writes an object of texts. */
    static String write(Map<String, String> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (IOException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }
}
