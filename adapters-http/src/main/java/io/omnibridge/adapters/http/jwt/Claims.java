package io.omnibridge.adapters.http.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Claims of a token (RFC 7519 §4), each read as its one type. A claim that is {@code null} is present with a wrong type. */
record Claims(ObjectNode payload) {

    /** The last second of the year 9999, the last that RFC 3339 can express. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    boolean has(String claim) {
        return payload.has(claim);
    }

    /** @throws InvalidToken for {@code otherwise} if the claim is present and not a string */
    Optional<String> string(String claim, RefusalReason otherwise) {
        JsonNode value = payload.get(claim);
        InvalidToken.unless(value == null || value.isTextual(), otherwise);
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    /** @throws InvalidToken for {@code otherwise} if the claim is present and not an array of strings */
    Optional<List<String>> strings(String claim, RefusalReason otherwise) {
        JsonNode value = payload.get(claim);
        if (value == null) {
            return Optional.empty();
        }
        InvalidToken.unless(value.isArray() && elements(value).allMatch(JsonNode::isTextual), otherwise);
        return Optional.of(elements(value).map(JsonNode::textValue).toList());
    }

    /**
     * Returns the words of a string with any white space in between (RFC 8693 §4.2), or the strings of an array, as common issuers
     * write it; empty if the claim is neither.
     */
    Optional<Set<String>> words(String claim) {
        JsonNode value = payload.path(claim);
        if (value.isArray()) {
            return Optional.of(elements(value)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return Optional.of(value).filter(JsonNode::isTextual).map(text -> {
            Set<String> words = new HashSet<>();
            new StringTokenizer(text.textValue()).asIterator().forEachRemaining(word -> words.add((String) word));
            return words;
        });
    }

    boolean isString(String claim) {
        return payload.path(claim).isTextual();
    }

    /**
     * Reads a NumericDate (RFC 7519 §2) in whole seconds since 1970; drops a fraction of a second.
     *
     * @throws InvalidToken if the claim is present and not a number from 1970 to the year 9999
     */
    OptionalLong seconds(String claim) {
        JsonNode value = payload.get(claim);
        if (value == null) {
            return OptionalLong.empty();
        }
        InvalidToken.unless(value.isNumber() && isInRange(value.decimalValue()), RefusalReason.CLAIMS);
        return OptionalLong.of(value.decimalValue().longValue());
    }

    private static boolean isInRange(BigDecimal seconds) {
        return seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
