package io.omnibridge.domain.revocation;

/** What ends at a provider when one token is revoked (RFC 7009 §2.1). */
public enum RevocationScope {
    /** That token alone, and the access tokens that were made of it: another token of the same grant lives on. */
    TOKEN,
    /** More than that: every token of the same grant, or all that the person ever granted to this OAuth client. */
    GRANT,
    /** Nothing: the provider offers no revocation that is OmniBridge's to ask for. */
    NONE
}
