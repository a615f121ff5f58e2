package io.omnibridge.application.access;

import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.Arrays;

/** Permissions that the scopes of a JWT can give to a client. */
public enum Permission {
    READ_ACCOUNTS("accounts:read", AuditedAction.Kind.READ_ACCOUNTS),
    READ_AUDIT("accounts:read", AuditedAction.Kind.READ_AUDIT),
    LINK_ACCOUNT("accounts:link", AuditedAction.Kind.LINK),
    UNLINK_ACCOUNT("accounts:link", AuditedAction.Kind.UNLINK),
    CONNECT_ACCOUNT("accounts:connect", AuditedAction.Kind.CONNECT);

    private final String scope;
    private final AuditedAction.Kind action;

    Permission(String scope, AuditedAction.Kind action) {
        this.scope = scope;
        this.action = action;
    }

    /** Returns the scopes that together give all permissions. */
    public static Scopes allScopes() {
        return Scopes.of(Arrays.stream(values()).map(Permission::scope).toList());
    }

    /** Returns the scope that a JWT needs for this permission, if scopes are required. */
    public String scope() {
        return scope;
    }

    AuditedAction.Kind action() {
        return action;
    }
}
