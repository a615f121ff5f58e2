package io.omnibridge.adapters.http.jwt;

/**
 * Reason for which a token is rejected: the values of a metric's label. Clients do not see it. Cheap checks come before the
 * signature, so {@link #SIGNATURE} means a token that passed every other check
 * of the token itself.
 */
public enum RefusalReason {
    /** Not three canonical base64url segments with a JSON object in the first two (RFC 7515 §3.1), or too long. */
    MALFORMED,
    /** {@code alg} is not one of the configured algorithms (RFC 8725 §3.1). */
    ALGORITHM,
    /** {@code crit} or {@code b64}: unsupported extensions (RFC 7515 §4.1.11, RFC 7797). */
    CRITICAL,
    /** {@code typ} names another kind of token (RFC 8725 §3.11). */
    TYPE,
    /** {@code cnf}: the token is bound to a key, so it is not a bearer token (RFC 7800). */
    CONFIRMATION,
    /** {@code iss} is not the configured issuer. */
    ISSUER,
    /** {@code aud} does not name the configured audience. */
    AUDIENCE,
    /** The user claim is missing or is not a user id. */
    USER,
    /** Another claim is missing, of another type, or out of range. */
    CLAIMS,
    /** {@code exp} has passed. */
    EXPIRED,
    /** {@code nbf} or {@code iat} is in the future. */
    NOT_YET_VALID,
    /** The user signed out everywhere since the token was issued, or it does not tell when that was. Every other check is passed. */
    SIGNED_OUT,
    /** The issuer publishes no key that fits {@code kid} and {@code alg}. */
    UNKNOWN_KEY,
    /** The key does not verify the signature. */
    SIGNATURE
}
