package io.omnibridge.domain.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do. A JWT gives permissions by its scopes, and a lease token gives one. */
public enum Permission {
    READ_ACCOUNTS("accounts:read", false),
    READ_AUDIT("accounts:read", false),
    LINK_ACCOUNT("accounts:link", false),
    UNLINK_ACCOUNT("accounts:link", false),
    CONNECT_ACCOUNT("accounts:connect", false),
    /** To read the user's data at providers. */
    READ_DATA("data:read", true),
    /** To make, list and end leases. */
    MANAGE_LEASES("leases:write", true);

    private final String scope;
    private final boolean isAlwaysRequired;

    Permission(String scope, boolean isAlwaysRequired) {
        this.scope = scope;
        this.isAlwaysRequired = isAlwaysRequired;
    }

    /** Returns the scopes that together give all permissions. */
    public static List<String> allScopes() {
        return Arrays.stream(values()).map(Permission::scope).distinct().toList();
    }

    /**
     * Returns the permissions that a JWT gives.
     *
     * @param scopes the scopes of the JWT; those that name no permission are ignored
     * @param scopesRequired whether every permission needs its scope; if not, a JWT without any scope still gives those that say
     *     nothing of the content of accounts
     */
    public static Set<Permission> of(Set<String> scopes, boolean scopesRequired) {
        return Arrays.stream(values())
                .filter(it -> scopes.contains(it.scope) || (!scopesRequired && !it.isAlwaysRequired))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the scope that gives this permission. */
    public String scope() {
        return scope;
    }
}
