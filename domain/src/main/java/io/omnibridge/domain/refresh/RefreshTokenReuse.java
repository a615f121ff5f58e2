package io.omnibridge.domain.refresh;

/** What a provider does when a refresh token that it has replaced is used again. */
public enum RefreshTokenReuse {
    /** Nothing: the old token keeps working. */
    SAFE,
    /** The old token is refused, and the new one lives on. */
    SINGLE_USE,
    /** The whole grant ends (RFC 9700 §4.14.2). */
    KILLS_FAMILY
}
