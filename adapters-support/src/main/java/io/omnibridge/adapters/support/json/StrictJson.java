package io.omnibridge.adapters.support.json;

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
 * Reader of exactly one JSON object (RFC 8259) that has one reading only: UTF-8 without a byte order mark, no member twice at
 * any level, nothing after the object, nested at most 32 deep, numbers of at most 64 characters. Thread-safe.
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
     * Reads one object whose texts have no unpaired surrogates.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ObjectNode readObject(byte[] utf8) {
        ObjectNode object = readObjectWithAnyText(utf8);
        requirePairedSurrogates(object);
        return object;
    }

    /**
     * Reads one object whose texts may have unpaired surrogates: some services cut a text between the two.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ObjectNode readObjectWithAnyText(byte[] utf8) {
        if (readTree(decode(utf8)) instanceof ObjectNode object) {
            return object;
        }
        throw new MalformedJson("The JSON is not an object.");
    }

    /**
     * Decodes before the parser sees the bytes: the parser would guess at UTF-16 and UTF-32 too. Bytes that are not UTF-8 are
     * replaced here, and so encode to other bytes; a decoder that reports them takes several times as long.
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

    /** Looks at texts alone: the parser refuses such member names itself. */
    private static void requirePairedSurrogates(JsonNode node) {
        if (node.isTextual() && Text.hasUnpairedSurrogate(node.textValue())) {
            throw new MalformedJson("The JSON has an unpaired surrogate.");
        }
        node.forEach(StrictJson::requirePairedSurrogates);
    }
}
