package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads exactly one JSON object (RFC 8259) in one way only: UTF-8 without a byte order mark, no member twice at any level,
 * nothing behind the object, no unpaired surrogates, nested at most 32 deep, numbers of at most 64 characters. Thread-safe.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /**
     * Reads one object.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ObjectNode readObject(byte[] utf8) {
        JsonNode tree = readTree(decode(utf8));
        if (!(tree instanceof ObjectNode object)) {
            throw new MalformedJson("The JSON is not an object.");
        }
        requirePairedSurrogates(object);
        return object;
    }

    /**
     * Decoded before the parser sees it: the parser would guess at UTF-16 and UTF-32 too. What is no UTF-8 is replaced on
     * the way, and so encodes to something else; a decoder that reports it takes several times as long.
     */
    private static String decode(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
            throw new MalformedJson("The JSON is not valid UTF-8.");
        }
        return text;
    }

    private static JsonNode readTree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            // An exponent that no number can have comes as the latter.
            throw new MalformedJson(
                    "The JSON is malformed, nested too deep, or has a number too long, a member twice, or something behind its end.");
        }
    }

    private static void requirePairedSurrogates(JsonNode node) {
        if (node.isTextual() && Text.hasUnpairedSurrogate(node.textValue())) {
            throw new MalformedJson("The JSON has an unpaired surrogate.");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (Text.hasUnpairedSurrogate(name)) {
                throw new MalformedJson("The JSON has an unpaired surrogate.");
            }
        });
        node.forEach(StrictJson::requirePairedSurrogates);
    }
}
