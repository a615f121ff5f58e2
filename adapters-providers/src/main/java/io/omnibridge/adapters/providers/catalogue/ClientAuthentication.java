package io.omnibridge.adapters.providers.catalogue;

/** How this service proves at a token endpoint who it is (RFC 6749 §2.3.1). */
public enum ClientAuthentication {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** A public client: its id alone. */
    NONE
}
