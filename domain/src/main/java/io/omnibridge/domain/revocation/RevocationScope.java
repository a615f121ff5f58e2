package io.omnibridge.domain.revocation;

/** The scope of a revocation: what ends at a provider when one token is revoked (RFC 7009 §2.1). */
public enum RevocationScope {
    /** That token and the access tokens issued from it. Other tokens of the same grant stay valid. */
    TOKEN,
    /** More: all tokens of the grant, or all grants that the user gave to this OAuth client. */
    GRANT,
    /** Nothing: the provider offers no revocation that OmniBridge can request. */
    NONE
}
