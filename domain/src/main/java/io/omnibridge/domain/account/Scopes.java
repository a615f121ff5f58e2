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
 * @param values at most 200, each 1 to 255 characters; joined by spaces, at most 8,192 characters
 */
public record Scopes(List<String> values) {

    /** The maximum number of scopes of one grant. */
    public static final int MAX_COUNT = 200;

    /** The maximum length of the space-separated form: a listing has the scopes of many accounts. */
    public static final int MAX_TOTAL_LENGTH = 8_192;

    private static final int MAX_LENGTH = 255;
    private static final Alphabet SCOPE_TOKEN =
            Alphabet.range('#', '[').andRange(']', '~').and("!");
    private static final Scopes NONE = new Scopes(List.of());

    /** @throws InvalidValue if there are too many, they are too long together, or one is not a scope-token */
    public Scopes {
        InvalidValue.unless(values.size() <= MAX_COUNT, "must be at most " + MAX_COUNT + " scopes");
        values.forEach(Scopes::requireScopeToken);
        values = List.copyOf(new LinkedHashSet<>(values));
        InvalidValue.unless(
                totalLength(values) <= MAX_TOTAL_LENGTH,
                "must be at most " + MAX_TOTAL_LENGTH + " characters together, with a space between two scopes");
    }

    /** Returns as many of the values, from the first on, as fit into the limits. */
    public static Scopes fitting(Collection<String> values) {
        List<String> fitting = new ArrayList<>();
        int left = MAX_TOTAL_LENGTH + 1;
        for (String value : new LinkedHashSet<>(values)) {
            left -= value.length() + 1;
            if (left < 0 || fitting.size() == MAX_COUNT) {
                break;
            }
            fitting.add(value);
        }
        return of(fitting);
    }

    /**
     * Returns whether one of {@code anyOf} is among the values. Letter case does not count, and a value may name a resource before the scope,
     * as Microsoft's do: {@code https://graph.microsoft.com/Mail.Read} is {@code Mail.Read}. So this says what is worth a try; the provider
     * decides.
     */
    public boolean hasOneOf(Collection<String> anyOf) {
        return anyOf.stream().anyMatch(wanted -> values.stream().anyMatch(value -> isScope(value, wanted)));
    }

    private static boolean isScope(String value, String wanted) {
        int begin = value.length() - wanted.length();
        return begin >= 0
                && value.regionMatches(true, begin, wanted, 0, wanted.length())
                && (begin == 0 || value.charAt(begin - 1) == '/');
    }

    /** Returns the length of the space-separated form. */
    public int length() {
        return totalLength(values);
    }

    private static int totalLength(List<String> values) {
        return Math.max(values.stream().mapToInt(value -> value.length() + 1).sum() - 1, 0);
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
