package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.problem.FieldError;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the members of one JSON object into checked values and collects what is wrong, the first 100 of it, so that a
 * caller hears of all mistakes at once. What is wrong reads as empty until {@link #throwIfInvalid()}. Not thread-safe.
 */
final class JsonObjectReader {

    private static final Pattern NAME_TO_REPEAT = Pattern.compile("[A-Za-z_]{1,32}");

    /** More than this many mistakes are not all named: the answer must not outgrow the request. */
    private static final int MAX_ERRORS = 100;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param known every member that there may be; any other is wrong */
    JsonObjectReader(ObjectNode body, Set<String> known) {
        this.body = body;
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                addError(pointerTo(name), "is not a member of this request");
            }
        });
    }

    /** Reads a value, or throws {@link InvalidValue}. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode value);
    }

    /** Reads strings by {@code reader}, which throws {@link InvalidValue}. */
    static <T> Reader<T> text(Function<String, T> reader) {
        return value -> {
            InvalidValue.unless(value.isTextual(), "must be a string");
            return reader.apply(value.textValue());
        };
    }

    /** A member that may be absent. */
    <T> Optional<T> optional(String name, Reader<T> reader) {
        return body.has(name) ? read("/" + name, body.get(name), reader) : Optional.empty();
    }

    /** A member that must be there. */
    <T> Optional<T> required(String name, Reader<T> reader) {
        if (!body.has(name)) {
            addError("/" + name, "is required");
        }
        return optional(name, reader);
    }

    /** One of two members that say the same in two ways; both are wrong. */
    <T> Optional<T> either(String name, Reader<T> reader, String other, Reader<T> otherReader) {
        if (body.has(name) && body.has(other)) {
            addError("/" + other, "must not be given together with " + name);
        }
        Optional<T> first = optional(name, reader);
        return first.isPresent() ? first : optional(other, otherReader);
    }

    /** An array, each element on its own, so that an error names the element. */
    <T> Reader<List<T>> arrayOf(String name, Reader<T> reader) {
        return array -> {
            InvalidValue.unless(array.isArray(), "must be an array");
            List<T> values = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                read("/" + name + "/" + i, array.get(i), reader).ifPresent(values::add);
            }
            return values;
        };
    }

    /** Says that {@code name} is wrong for a reason that no reader can see. */
    void reject(String name, String detail) {
        addError("/" + name, detail);
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException that names everything that is wrong, if anything is
     */
    void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidMembers(errors));
        }
    }

    private <T> Optional<T> read(String pointer, JsonNode value, Reader<T> reader) {
        try {
            return Optional.of(reader.read(value));
        } catch (InvalidValue e) {
            addError(pointer, e.getMessage());
            return Optional.empty();
        }
    }

    private void addError(String pointer, String detail) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    /** A name that looks like a name is repeated; anything else, a digit even, could be a value in its place. */
    private static String pointerTo(String name) {
        return NAME_TO_REPEAT.matcher(name).matches() ? "/" + name : "";
    }
}
