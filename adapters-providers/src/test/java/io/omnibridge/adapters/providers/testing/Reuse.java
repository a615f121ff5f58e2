package io.omnibridge.adapters.providers.testing;

/** How the server treats the reuse of a refresh token. */
public enum Reuse {
    /** Refresh tokens are not rotated, and no refresh returns one. */
    SAFE,
    /** The used token is rejected; the new one stays valid. */
    SINGLE_USE,
    /** The whole family is revoked, except within the grace period. */
    KILLS_FAMILY
}
