package io.omnibridge.domain.account;

import io.omnibridge.domain.Alphabet;
import io.omnibridge.domain.InvalidValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The scopes of a grant: scope-tokens of RFC 6749 §3.3, without duplicates, in their original order.
 *
 * @param values at most 200, each 1 to 255 characters
 */
public record Scopes(List<String> values) {

    /** The maximum number of scopes of one grant. */
    public static final int MAX_COUNT = 200;

    private static final int MAX_LENGTH = 255;
    private static final Alphabet SCOPE_TOKEN =
            Alphabet.range('#', '[').andRange(']', '~').and("!");
    private static final Scopes NONE = new Scopes(List.of());

    /** @throws InvalidValue if there are too many, or one is not a scope-token */
    public Scopes {
        InvalidValue.unless(values.size() <= MAX_COUNT, "must be at most " + MAX_COUNT + " scopes");
        values.forEach(Scopes::requireScopeToken);
        values = List.copyOf(new LinkedHashSet<>(values));
    }

    public static Scopes none() {
        return NONE;
    }

    public static Scopes of(Collection<String> values) {
        return new Scopes(List.copyOf(values));
    }

    /**
     * Reads the space-separated form of RFC 6749 §3.3. The empty string stands for no scopes.
     *
     * @throws InvalidValue if a part is not a scope-token; the empty part between two spaces is not one
     */
    public static Scopes parse(String spaceSeparated) {
        return spaceSeparated.isEmpty() ? NONE : new Scopes(Arrays.asList(spaceSeparated.split(" ", -1)));
    }

    /**
     * Reads scopes that other software separated, by any run of white space.
     *
     * @throws InvalidValue if a part is not a scope-token
     */
    public static Scopes split(String text) {
        List<String> values = new ArrayList<>();
        new StringTokenizer(text).asIterator().forEachRemaining(value -> values.add((String) value));
        return new Scopes(values);
    }

    /**
     * Checks one scope.
     *
     * @throws InvalidValue if {@code scope} is not a scope-token of 1 to 255 characters
     */
    public static void requireScopeToken(String scope) {
        InvalidValue.unless(
                SCOPE_TOKEN.matches(scope, MAX_LENGTH),
                "must be 1 to " + MAX_LENGTH + " visible ASCII characters without '\"' and '\\'");
    }
}
