package io.omnibridge.domain.revocation;

/** What ends at a provider when one token is revoked (RFC 7009 §2.1). */
public enum RevocationScope {
    /** That token's own grant, and no other. */
    TOKEN,
    /** Everything that the person ever granted to this OAuth client. */
    GRANT,
    /** Nothing: the provider offers no revocation that is OmniBridge's to ask for. */
    NONE
}
