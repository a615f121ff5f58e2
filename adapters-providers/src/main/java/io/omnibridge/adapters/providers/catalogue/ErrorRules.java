package io.omnibridge.adapters.providers.catalogue;

import java.util.Objects;
import java.util.Set;

/**
 * How a provider's errors look.
 *
 * @param mayHaveStatus200 whether an answer with status 200 may be one
 * @param invalidGrant its words for {@code invalid_grant}
 * @param invalidClient its words for {@code invalid_client}
 * @param notProcessed statuses with which it says that it did nothing
 * @param retryAfterHeader which header says when to ask again
 */
public record ErrorRules(
        boolean mayHaveStatus200,
        Set<String> invalidGrant,
        Set<String> invalidClient,
        Set<Integer> notProcessed,
        String retryAfterHeader) {

    public ErrorRules {
        invalidGrant = Set.copyOf(invalidGrant);
        invalidClient = Set.copyOf(invalidClient);
        notProcessed = Set.copyOf(notProcessed);
        Objects.requireNonNull(retryAfterHeader, "retryAfterHeader");
    }
}
