package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the members of one token response (RFC 6749 §5.1). A member that cannot be read counts as absent, and {@link #unreadable()}
 * names it. Not thread-safe.
 */
final class TokenMembers {

    /** Longer lifetimes are shortened to this one. */
    private static final Duration MAX_LIFETIME = Duration.ofDays(3650);

    /** A number as JSON writes it, short enough for any lifetime. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,64}([.]\\d{0,64})?([eE][+]?\\d{1,2})?");

    private final JsonNode tokens;
    private final Set<String> unreadable = new LinkedHashSet<>();

    TokenMembers(JsonNode tokens) {
        this.tokens = tokens;
    }

    /** Returns the members that are there and could not be read, by their documented names. */
    Set<String> unreadable() {
        return unreadable;
    }

    /** Returns a token of 1 to 16,384 visible ASCII characters. An empty text is no token, and readable. */
    Optional<Secret> secret(String member) {
        JsonNode value = tokens.path(member);
        if (isAbsent(value) || (value.isTextual() && value.textValue().isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(value.isTextual() ? value.textValue() : ""));
        } catch (InvalidValue e) {
            return unreadable(member);
        }
    }

    /** Returns a text without the blanks around it; empty if it is blank. */
    Optional<String> word(String member) {
        JsonNode value = tokens.path(member);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        return value.isTextual()
                ? Optional.of(value.textValue().strip()).filter(it -> !it.isEmpty())
                : unreadable(member);
    }

    /**
     * Returns a lifetime in whole seconds, at most ten years. It may be a number or a text. Zero stands for no lifetime: some
     * providers mean "never" by it.
     */
    Optional<Duration> lifetime(String member) {
        JsonNode value = tokens.path(member);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        Optional<Duration> lifetime = value.isFloatingPointNumber()
                ? lifetime(value.doubleValue())
                : Optional.of(value.asText().strip())
                        .filter(it -> value.isValueNode() && NUMBER.matcher(it).matches())
                        .map(TokenMembers::seconds);
        if (lifetime.filter(it -> !it.isNegative()).isEmpty()) {
            return unreadable(member);
        }
        return lifetime.filter(it -> !it.isZero());
    }

    private static Optional<Duration> lifetime(double seconds) {
        return Optional.of(Duration.ofSeconds((long) Math.min(seconds, (double) MAX_LIFETIME.toSeconds())))
                .filter(it -> seconds >= 0);
    }

    private static Duration seconds(String number) {
        BigDecimal max = BigDecimal.valueOf(MAX_LIFETIME.toSeconds());
        return Duration.ofSeconds(
                new BigDecimal(number).min(max).max(BigDecimal.ONE.negate()).longValue());
    }

    /**
     * Returns the granted scopes: a text with white space or {@code separator} between them, or an array of texts. Scopes that a
     * provider separates otherwise cannot be told apart from one scope. Of more scopes than an account can have, the first are kept.
     */
    Optional<Scopes> scopes(String separator) {
        JsonNode value = tokens.path("scope");
        if (isAbsent(value)) {
            return Optional.empty();
        }
        try {
            Set<String> granted = GrantedScopes.in(value, separator);
            Scopes fitting = Scopes.fitting(granted);
            if (fitting.values().size() < granted.size()) {
                unreadable.add("the end of scope");
            }
            return Optional.of(fitting);
        } catch (InvalidValue e) {
            return unreadable("scope");
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private <T> Optional<T> unreadable(String member) {
        unreadable.add(member);
        return Optional.empty();
    }
}
