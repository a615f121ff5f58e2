package io.omnibridge.adapters.providers.catalogue;

/** How a provider is asked to end a grant. */
public enum RevocationStyle {
    /** RFC 7009, with the client's authentication. */
    RFC7009,
    /** RFC 7009 without any authentication of the client. */
    GOOGLE,
    /** {@code DELETE} with Basic authentication, and the access token in JSON. */
    GITHUB,
    /** {@code POST} with Basic authentication, and the access token in JSON. */
    NOTION,
    /** {@code POST} with the access token as bearer; errors have status 200. */
    SLACK,
    /** Not at all. */
    NONE;

    /** Whether it is the access token that it has to be given, and not the refresh token. */
    public boolean takesAccessToken() {
        return this == GITHUB || this == NOTION || this == SLACK;
    }
}
