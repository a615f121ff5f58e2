package io.omnibridge.adapters.providers.catalogue;

/** How parameters stand in the body of a request. */
public enum BodyFormat {
    /** As RFC 6749 says. */
    FORM,
    /** As a JSON object of strings. */
    JSON
}
