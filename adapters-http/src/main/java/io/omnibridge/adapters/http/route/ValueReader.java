package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;

/** Reads one JSON value, or throws {@link InvalidValue}. */
@FunctionalInterface
interface ValueReader<T> {
    T read(JsonNode value);
}
