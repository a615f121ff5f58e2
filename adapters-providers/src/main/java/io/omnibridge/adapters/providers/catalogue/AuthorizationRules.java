package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.domain.account.Scopes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rules for the authorization requests of a provider.
 *
 * @param scopeParameter the name of the scope parameter, usually {@code scope}
 * @param scopeSeparator the separator between two scopes, in requests and responses
 * @param requiredScopes scopes that every request contains
 * @param parameters additional parameters
 */
public record AuthorizationRules(
        String scopeParameter, String scopeSeparator, Scopes requiredScopes, Map<String, String> parameters) {

    /** The scope of OpenID Connect Core §11 with which a provider issues a refresh token. */
    public static final String OFFLINE_ACCESS = "offline_access";

    public AuthorizationRules {
        Objects.requireNonNull(scopeParameter, "scopeParameter");
        Objects.requireNonNull(scopeSeparator, "scopeSeparator");
        Objects.requireNonNull(requiredScopes, "always");
        parameters = Map.copyOf(parameters);
    }

    /** Returns the required scopes followed by {@code scopes}, without repetition. */
    public Scopes withRequired(Scopes scopes) {
        Set<String> requested = new LinkedHashSet<>(requiredScopes.values());
        requested.addAll(scopes.values());
        return Scopes.of(requested);
    }
}
