package io.omnibridge.adapters.providers.catalogue;

/** Encoding of the parameters in the body of a token request. */
public enum BodyFormat {
    /** Form encoding (RFC 6749, appendix B). */
    FORM,
    /** JSON object whose values are strings. */
    JSON
}
