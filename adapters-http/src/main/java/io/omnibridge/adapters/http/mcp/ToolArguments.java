package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.InvalidValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The arguments of a tool's call. Nothing of them is trusted. */
record ToolArguments(ObjectNode object) {

    /** @throws ToolFault if there is an argument of another name */
    ToolArguments requireKnown(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new ToolFault("The tool has no such argument; it has "
                        + (names.isEmpty()
                                ? "none"
                                : String.join(", ", names.stream().sorted().toList())) + ".");
            }
        });
        return this;
    }

    /**
     * Returns a text that has to be there.
     *
     * @param parser throws {@link InvalidValue} for an invalid one
     * @throws ToolFault if it is missing or invalid
     */
    <T> T text(String name, Function<String, T> parser) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new ToolFault("The argument " + name + " is required, and must be a string.");
        }
        try {
            return parser.apply(value.textValue());
        } catch (InvalidValue e) {
            throw new ToolFault("The argument " + name + " " + e.getMessage() + ".");
        }
    }

    /** Returns an object that may be missing. */
    Optional<ObjectNode> objectOf(String name) {
        if (!object.has(name)) {
            return Optional.empty();
        }
        if (object.get(name) instanceof ObjectNode value) {
            return Optional.of(value);
        }
        throw new ToolFault("The argument " + name + " must be an object.");
    }
}
