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
    /** The account has to be connected again. */
    NEEDS_RECONNECT,
    /** An attempt to connect an account was begun. */
    BEGUN,
    /** The browser came back from the provider. */
    RETURNED,
    /** The code is being exchanged. */
    EXCHANGING,
    /** An attempt to connect an account came to nothing. */
    FAILED,
    /** Refused: the ticket is not the one. */
    WRONG_TICKET,
    /** Refused: the user has as many pending attempts as a user may have. */
    TOO_MANY_ATTEMPTS,
    /** The provider took the grant back. */
    REVOKED,
    /** The provider did not take the grant back in time; the token was destroyed. */
    ABANDONED,
    /** Refused: the user has no such account. */
    NOT_FOUND,
    /** Refused: the user has as many accounts as a user may have. */
    QUOTA_EXCEEDED,
    /** Refused: a token cannot replace what OmniBridge connected itself. */
    ACCOUNT_CONNECTED,
    /** Refused: the JWT lacks the scope that the route needs. */
    INSUFFICIENT_SCOPE
}
