package io.omnibridge.adapters.providers.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pages of Microsoft Graph. A list names its next page by a URL; of that URL only the value of {@code $skiptoken} or {@code $skip} is
 * used, which stands behind the parameter's name and an equals sign in the position.
 */
public final class GraphPages {

    private static final List<String> PARAMETERS = List.of("$skiptoken", "$skip");

    private GraphPages() {}

    /** Returns the position of the next page of a list. */
    public static Optional<String> next(JsonNode list) {
        return ResponseFields.text(list, "/@odata.nextLink")
                .filter(link -> link.indexOf('?') >= 0)
                .map(link -> link.substring(link.indexOf('?') + 1))
                .flatMap(GraphPages::position);
    }

    private static Optional<String> position(String query) {
        return PARAMETERS.stream()
                .flatMap(name -> Arrays.stream(query.split("&"))
                        .map(GraphPages::decoded)
                        .filter(it -> it.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                        .map(it -> name + it.substring(name.length())))
                .filter(it -> !it.endsWith("="))
                .findFirst();
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Asks for the page at a position; for the first page if there is none. */
    public static ApiReads at(Optional<String> position, ApiReads read) {
        position.ifPresent(it -> {
            int equals = it.indexOf('=');
            read.with(it.substring(0, equals), it.substring(equals + 1));
        });
        return read;
    }
}
