package io.omnibridge.adapters.providers.catalogue;

/** Form of the request that revokes a token at a provider. */
public enum RevocationStyle {
    /** RFC 7009 with client authentication. */
    RFC7009,
    /** RFC 7009 without client authentication. */
    GOOGLE,
    /** {@code DELETE} with Basic authentication and the access token in JSON. */
    GITHUB,
    /** {@code POST} with Basic authentication and the access token in JSON. */
    NOTION,
    /** {@code POST} with the access token as bearer; errors have status 200. */
    SLACK,
    /** The provider offers no revocation. */
    NONE;

    /** Returns whether the request revokes the access token instead of the refresh token. */
    public boolean takesAccessToken() {
        return this == GITHUB || this == NOTION || this == SLACK;
    }
}
