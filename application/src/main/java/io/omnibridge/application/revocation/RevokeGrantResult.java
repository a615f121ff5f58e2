package io.omnibridge.application.revocation;

/** Result of an attempt to carry out a pending revocation. */
public enum RevokeGrantResult {
    /** The provider has revoked the grant, and the sealed token was deleted. */
    REVOKED,
    /**
     * The revocation is still pending: it is not due, another node attempts it, or the provider did not carry it out.
     */
    PENDING,
    /** The revocation could have ended the grant of an account that is linked: it was left, and the sealed token deleted. */
    LEFT,
    /** The revocation is too old or cannot be carried out, and the sealed token was deleted. */
    ABANDONED
}
