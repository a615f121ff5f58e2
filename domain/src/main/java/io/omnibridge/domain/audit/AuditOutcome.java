package io.omnibridge.domain.audit;

/** The outcome of an audited action: what changed, or why nothing did. */
public enum AuditOutcome {
    /** A new account was linked. */
    LINKED,
    /** The credentials of an account that was already linked were replaced. */
    REPLACED,
    /** The account was removed. */
    UNLINKED,
    /** The credentials were refreshed. */
    RENEWED,
    /** The account needs to be connected again. */
    NEEDS_RECONNECT,
    /** A connect attempt, a revocation or a lease has begun. */
    BEGUN,
    /** The provider's callback was accepted. */
    RETURNED,
    /** The exchange of the code has begun. */
    EXCHANGING,
    /** A connect attempt failed. */
    FAILED,
    /** A lease was ended before its time. */
    ENDED,
    /** The user was signed out everywhere. */
    SIGNED_OUT,
    /** Refused: the ticket is wrong. */
    WRONG_TICKET,
    /** Refused: the user has the maximum number of pending attempts. */
    TOO_MANY_ATTEMPTS,
    /** Refused: the user has the maximum number of leases. */
    TOO_MANY_LEASES,
    /** The provider revoked the grant. */
    REVOKED,
    /** The provider did not revoke the grant in time; the token was deleted. */
    ABANDONED,
    /** The grant was not revoked: that would have ended a grant that is linked. */
    LEFT,
    /** Refused: the user has no such account. */
    NOT_FOUND,
    /** Refused: the user's quota of accounts is used up. */
    QUOTA_EXCEEDED,
    /** Refused: linking by token cannot replace an account that was linked by connect. */
    ACCOUNT_CONNECTED,
    /** Refused: the JWT lacks the scope that the route needs. */
    INSUFFICIENT_SCOPE
}
