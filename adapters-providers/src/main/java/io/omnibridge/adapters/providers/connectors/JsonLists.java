package io.omnibridge.adapters.providers.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads lists of responses. */
public final class JsonLists {

    private JsonLists() {}

    /**
     * Returns the items of the list at a JSON pointer (RFC 6901) that can be read. For a list that the provider always gives, also an
     * empty one: without it the response is an error, and not a search that found nothing.
     *
     * @throws InvalidValue if there is no list
     */
    public static <T> List<T> required(JsonNode node, String pointer, Function<JsonNode, Optional<T>> item) {
        JsonNode list = node.at(pointer);
        InvalidValue.unless(list.isArray(), "must be a list");
        return StreamSupport.stream(list.spliterator(), false)
                .flatMap(it -> item.apply(it).stream())
                .toList();
    }
}
