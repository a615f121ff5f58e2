package io.omnibridge.domain.audit;

/** How an audited action ended: what changed, or why nothing did. */
public enum AuditOutcome {
    /** A new account was linked. */
    LINKED,
    /** The credentials of an account that was already linked were replaced. */
    REPLACED,
    /** The account was removed. */
    UNLINKED,
    /** The credentials were renewed. */
    RENEWED,
    /** Refused: the user has no such account. */
    NOT_FOUND,
    /** Refused: the user has as many accounts as a user may have. */
    QUOTA_EXCEEDED,
    /** Refused: a token cannot replace what OmniBridge connected itself. */
    ACCOUNT_CONNECTED,
    /** Refused: the JWT lacks the scope that the route needs. */
    INSUFFICIENT_SCOPE
}
