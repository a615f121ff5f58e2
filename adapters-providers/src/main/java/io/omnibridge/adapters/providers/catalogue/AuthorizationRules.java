package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.domain.account.Scopes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a provider's authorization request is made.
 *
 * @param scopeParameter {@code scope}, but for providers that call it otherwise
 * @param scopeSeparator what stands between two scopes, there and in the answers
 * @param requiredScopes scopes that are asked for whatever else is
 * @param parameters further ones
 */
public record AuthorizationRules(
        String scopeParameter, String scopeSeparator, Scopes requiredScopes, Map<String, String> parameters) {

    public AuthorizationRules {
        Objects.requireNonNull(scopeParameter, "scopeParameter");
        Objects.requireNonNull(scopeSeparator, "scopeSeparator");
        Objects.requireNonNull(requiredScopes, "always");
        parameters = Map.copyOf(parameters);
    }

    /** {@code scopes} with those that are always asked for. */
    public Scopes asked(Scopes scopes) {
        Set<String> asked = new LinkedHashSet<>(requiredScopes.values());
        asked.addAll(scopes.values());
        return Scopes.of(asked);
    }
}
