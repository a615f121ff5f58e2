package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for the error responses of a provider.
 *
 * @param mayHaveStatus200 whether a response with status 200 may be an error
 * @param pointer JSON pointer to the error code, tried before {@code error}
 * @param invalidGrant the provider's own codes for {@code invalid_grant}
 * @param invalidClient the provider's own codes for {@code invalid_client}
 * @param notProcessed statuses that state that the provider did not process the request
 * @param retryAfterHeader the header that says when to retry
 */
public record ErrorRules(
        boolean mayHaveStatus200,
        Optional<JsonPointer> pointer,
        Set<String> invalidGrant,
        Set<String> invalidClient,
        Set<Integer> notProcessed,
        String retryAfterHeader) {

    public ErrorRules {
        Objects.requireNonNull(pointer, "pointer");
        invalidGrant = Set.copyOf(invalidGrant);
        invalidClient = Set.copyOf(invalidClient);
        notProcessed = Set.copyOf(notProcessed);
        Objects.requireNonNull(retryAfterHeader, "retryAfterHeader");
    }
}
