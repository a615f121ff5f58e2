package io.omnibridge.application.accounts;

/** State of a grant's revocation at the provider, after the account was unlinked. */
public enum RevocationStatus {
    /** The provider has revoked the grant. */
    REVOKED,
    /** OmniBridge will revoke the grant in the background. */
    PENDING,
    /** OmniBridge cannot revoke the grant. */
    NOT_OFFERED
}
