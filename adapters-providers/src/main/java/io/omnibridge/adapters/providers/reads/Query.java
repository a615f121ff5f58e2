package io.omnibridge.adapters.providers.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Query of a request, decoded. Nothing of it is sent as the client wrote it.
 *
 * @param parameters in order; names may repeat
 */
record Query(List<QueryParameter> parameters) {

    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_PARAMETERS = 100;

    /** Names that carry credentials, or change what a request does. No read takes them, whatever the catalogue lists. */
    private static final Set<String> REFUSED = Set.of(
            "access_token",
            "oauth_token",
            "token",
            "key",
            "client_secret",
            "callback",
            "httpmethod",
            "_method",
            "xgafv",
            "uploadtype");

    Query {
        parameters = List.copyOf(parameters);
    }

    /** @throws InvalidRequest if the query is malformed, or has a parameter that is always refused */
    static Query parse(Optional<String> raw) throws InvalidRequest {
        List<QueryParameter> parameters = new ArrayList<>();
        String text = raw.orElse("");
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRequest("The query is longer than 16,384 characters.");
        }
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            parameters.add(parameter(pair));
        }
        if (parameters.size() > MAX_PARAMETERS) {
            throw new InvalidRequest("The query has more than 100 parameters.");
        }
        return new Query(parameters);
    }

    private static QueryParameter parameter(String pair) throws InvalidRequest {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (name.isEmpty()) {
            throw new InvalidRequest("The query has a parameter without a name.");
        }
        if (isRefused(name)) {
            throw new InvalidRequest("The query has a parameter that no read takes.");
        }
        return new QueryParameter(name, value);
    }

    private static String decode(String raw) throws InvalidRequest {
        if (raw.chars().anyMatch(c -> c <= ' ' || c >= 0x7F || c == '#')) {
            throw new InvalidRequest("The query has a character that has to be percent-encoded.");
        }
        String text = Percent.decode(raw.replace('+', ' '));
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest("The query has a control character.");
        }
        return text;
    }

    /** Reads a name as lenient servers do: without case, leading signs and an index, and with other separators. */
    static boolean isRefused(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^[$. ]+", "").replaceFirst("\\[.*", "");
        return REFUSED.contains(bare.strip().replace('.', '_').replace(' ', '_').replace('-', '_'));
    }

    /** Returns the value of a parameter; empty if it is not there exactly once. */
    Optional<String> only(String name) {
        List<String> values = parameters.stream()
                .filter(it -> it.name().equals(name))
                .map(QueryParameter::value)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Returns the query to send, with its question mark; an empty text if there is no parameter. */
    String encoded() {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(it -> Percent.encode(it.name()) + "=" + Percent.encode(it.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
