package io.omnibridge.application.access;

import io.omnibridge.domain.audit.AuditedAction;

/** What a JWT can allow the client to do, and the scope that allows it. */
public enum Permission {
    READ_ACCOUNTS("accounts:read", AuditedAction.Kind.READ_ACCOUNTS),
    READ_AUDIT("accounts:read", AuditedAction.Kind.READ_AUDIT),
    LINK_ACCOUNT("accounts:link", AuditedAction.Kind.LINK),
    UNLINK_ACCOUNT("accounts:link", AuditedAction.Kind.UNLINK);

    private final String scope;
    private final AuditedAction.Kind action;

    Permission(String scope, AuditedAction.Kind action) {
        this.scope = scope;
        this.action = action;
    }

    /** The scope that a JWT must have, where scopes are required. */
    public String scope() {
        return scope;
    }

    AuditedAction.Kind action() {
        return action;
    }
}
