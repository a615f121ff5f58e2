package io.omnibridge.adapters.support.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reader of exactly one JSON object (RFC 8259) that has one reading only: UTF-8 without a byte order mark, no member twice at
 * any level, nothing after the object. Thread-safe.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 64;

    /** Depth that no honest response reaches, and that costs little. */
    private static final int MAX_FOREIGN_DEPTH = 1000;

    private static final JsonMapper MAPPER = mapper(MAX_DEPTH, MAX_NUMBER_LENGTH)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads fractions as doubles, which every exponent fits. The size of the text bounds its numbers and names. */
    private static final JsonMapper FOREIGN_MAPPER =
            mapper(MAX_FOREIGN_DEPTH, Integer.MAX_VALUE).build();

    private StrictJson() {}

    private static JsonMapper.Builder mapper(int maxDepth, int maxNumberLength) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(maxDepth)
                                .maxNumberLength(maxNumberLength)
                                .maxNameLength(Integer.MAX_VALUE)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads one object whose texts have no unpaired surrogates, nested at most 32 deep, with numbers of at most 64 characters.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ObjectNode readObject(byte[] utf8) {
        ObjectNode object = object(MAPPER, utf8);
        requirePairedSurrogates(object);
        return object;
    }

    /**
     * Reads one object of another service, of whose members the caller needs a few: texts may have unpaired surrogates, numbers
     * may be of any length, nesting may be 1,000 deep. The caller limits the size.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ObjectNode readForeignObject(byte[] utf8) {
        return object(FOREIGN_MAPPER, utf8);
    }

    /**
     * Reads one array of another service, as {@link #readForeignObject} reads an object.
     *
     * @throws MalformedJson if {@code utf8} is anything else
     */
    public static ArrayNode readForeignArray(byte[] utf8) {
        if (readTree(FOREIGN_MAPPER, decode(utf8)) instanceof ArrayNode array) {
            return array;
        }
        throw new MalformedJson("The JSON is not an array.");
    }

    private static ObjectNode object(JsonMapper mapper, byte[] utf8) {
        if (readTree(mapper, decode(utf8)) instanceof ObjectNode object) {
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

    private static JsonNode readTree(JsonMapper mapper, String text) {
        try {
            return mapper.readTree(text);
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
