package io.omnibridge.domain.refresh;

/** Behaviour of a provider when a refresh token that it has replaced is sent again. */
public enum RefreshTokenReuse {
    /** It accepts the token: old tokens stay valid. */
    SAFE,
    /** It rejects the old token; the new one stays valid. */
    SINGLE_USE,
    /** It ends the whole grant (RFC 9700 §4.14.2). */
    KILLS_FAMILY
}
