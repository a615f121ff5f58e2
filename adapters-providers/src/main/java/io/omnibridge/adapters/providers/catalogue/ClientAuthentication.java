package io.omnibridge.adapters.providers.catalogue;

/** Method by which OmniBridge authenticates at a token endpoint (RFC 6749 §2.3.1). */
public enum ClientAuthentication {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** Public client: sends its id and no secret. */
    NONE
}
