package io.omnibridge.adapters.providers.oauth;

import java.util.Objects;

/**
 * One thing that a check of a provider found out.
 *
 * @param words about it, to be read by an operator; they hold no secret and nothing in the provider's own words
 */
public record CheckResult(Status status, String words) {

    /** How good it is. */
    public enum Status {
        FINE,
        WRONG,
        /** The provider does not let anybody find out. */
        UNKNOWN
    }

    public CheckResult {
        Objects.requireNonNull(status, "verdict");
        Objects.requireNonNull(words, "words");
    }
}
