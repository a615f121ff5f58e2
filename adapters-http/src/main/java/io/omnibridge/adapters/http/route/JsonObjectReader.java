package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.problem.FieldError;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the members of one JSON object into validated values. It collects the first 100 errors, so that a caller learns of all of
 * them at once. An invalid member reads as empty; {@link #throwIfInvalid()} reports the errors. Not thread-safe.
 */
final class JsonObjectReader {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_]{1,32}");

    /** Limits the size of the response, which must not outgrow the request, and the work for an invalid request. */
    private static final int MAX_ERRORS = 100;

    private final ObjectNode body;
    private final List<FieldError> errors = new ArrayList<>();

    /** Reads an object that may have other members than those that are asked for. */
    JsonObjectReader(ObjectNode body) {
        this.body = body;
    }

    /** @param known the names of all allowed members; any other member is an error */
    JsonObjectReader(ObjectNode body, Set<String> known) {
        this(body);
        Iterator<String> names = body.fieldNames();
        while (names.hasNext() && !isFull()) {
            String name = names.next();
            if (!known.contains(name)) {
                addError(pointerTo(name), "is not a member of this request");
            }
        }
    }

    /** Returns a reader of strings; {@code parser} throws {@link InvalidValue} for an invalid one. */
    static <T> ValueReader<T> text(Function<String, T> parser) {
        return value -> {
            InvalidValue.unless(value.isTextual(), "must be a string");
            return parser.apply(value.textValue());
        };
    }

    /** Reads a member that may be absent. */
    <T> Optional<T> optional(String name, ValueReader<T> reader) {
        return body.has(name) ? read("/" + name, body.get(name), reader) : Optional.empty();
    }

    /** Reads a member that must be present. */
    <T> Optional<T> required(String name, ValueReader<T> reader) {
        if (!body.has(name)) {
            addError("/" + name, "is required");
        }
        return optional(name, reader);
    }

    /** Reads one of two alternative members. It is an error if both are present. */
    <T> Optional<T> either(String name, ValueReader<T> reader, String other, ValueReader<T> otherReader) {
        if (body.has(name) && body.has(other)) {
            addError("/" + other, "must not be given together with " + name);
        }
        Optional<T> first = optional(name, reader);
        return first.isPresent() ? first : optional(other, otherReader);
    }

    /** Returns a reader of arrays. It reads each element separately, so that an error names the element, up to the last error. */
    <T> ValueReader<List<T>> arrayOf(String name, ValueReader<T> reader) {
        return array -> {
            InvalidValue.unless(array.isArray(), "must be an array");
            List<T> values = new ArrayList<>();
            for (int i = 0; i < array.size() && !isFull(); i++) {
                read("/" + name + "/" + i, array.get(i), reader).ifPresent(values::add);
            }
            return values;
        };
    }

    /** Returns a reader of arrays of scope tokens (RFC 6749 §3.3). */
    ValueReader<Scopes> scopes(String name) {
        ValueReader<List<String>> tokens = arrayOf(name, text(token -> {
            Scopes.requireScopeToken(token);
            return token;
        }));
        return array -> Scopes.of(tokens.read(array));
    }

    /** Adds an error about {@code name} that involves another member. */
    void reject(String name, String detail) {
        addError("/" + name, detail);
    }

    /**
     * Reports the collected errors.
     *
     * @throws ProblemException that names all of them, if there are any
     */
    void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidMembers(errors));
        }
    }

    private <T> Optional<T> read(String pointer, JsonNode value, ValueReader<T> reader) {
        try {
            return Optional.of(reader.read(value));
        } catch (InvalidValue e) {
            addError(pointer, e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns whether no further error would be reported, so that checking more is in vain. */
    private boolean isFull() {
        return errors.size() >= MAX_ERRORS;
    }

    private void addError(String pointer, String detail) {
        if (!isFull()) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    /** Returns a pointer to {@code name} if it is a plain word. Any other name could be a misplaced secret: it is not repeated. */
    private static String pointerTo(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "/" + name : "";
    }
}
