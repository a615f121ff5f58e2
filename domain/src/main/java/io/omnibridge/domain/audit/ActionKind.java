package io.omnibridge.domain.audit;

/** Kind of an {@link AuditedAction}. */
public enum ActionKind {
    LINK,
    UNLINK,
    /** To unlink an account that was not used or viewed for long. */
    REMOVE_UNUSED,
    /** To refresh credentials. */
    RENEW,
    /** To begin, continue or complete an attempt to connect an account. */
    CONNECT,
    /** To revoke a grant at its provider. */
    REVOKE,
    /** To give a client permission to read data for a while. */
    BEGIN_LEASE,
    END_LEASE,
    /** To end everything that was issued to the user: sessions, leases and JWTs. */
    SIGN_OUT,
    READ_ACCOUNTS,
    READ_AUDIT,
    /** To read the user's data at a provider. Only refusals have it; uses are in a log of their own. */
    READ_DATA,
    /** To make, list or end leases. Only refusals have it. */
    MANAGE_LEASES
}
