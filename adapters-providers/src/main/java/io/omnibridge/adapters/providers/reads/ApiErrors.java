package io.omnibridge.adapters.providers.reads;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Objects;
import java.util.Set;

/**
 * Errors that an API names in its responses, whatever their status.
 *
 * @param pointer JSON pointer to the name of the error
 * @param dead names which say that the token is refused
 * @param limited names which say that a rate limit was reached
 */
public record ApiErrors(JsonPointer pointer, Set<String> dead, Set<String> limited) {

    public ApiErrors {
        Objects.requireNonNull(pointer, "pointer");
        dead = Set.copyOf(dead);
        limited = Set.copyOf(limited);
    }
}
