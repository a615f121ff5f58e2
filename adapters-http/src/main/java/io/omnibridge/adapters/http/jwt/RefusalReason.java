package io.omnibridge.adapters.http.jwt;

/**
 * Why a token was refused. A small closed set, fit for a metric's label; clients are not told. What costs nothing is
 * checked before the signature, so only {@link #SIGNATURE} speaks of a token that was fine otherwise.
 */
public enum RefusalReason {
    /** Not three canonical base64url segments with a JSON object in the first two (RFC 7515 §3.1), or too long. */
    MALFORMED,
    /** {@code alg} is not one of the configured algorithms (RFC 8725 §3.1). */
    ALGORITHM,
    /** {@code crit} or {@code b64}: extensions that are not understood here (RFC 7515 §4.1.11, RFC 7797). */
    CRITICAL,
    /** {@code typ} is another kind of token (RFC 8725 §3.11). */
    TYPE,
    /** {@code cnf}: bound to a key, so no bearer token (RFC 7800). */
    CONFIRMATION,
    /** {@code iss} is not the configured issuer. */
    ISSUER,
    /** {@code aud} does not name the configured audience. */
    AUDIENCE,
    /** The user claim is missing or is no user id. */
    USER,
    /** Another claim is missing, or not of its type, or out of range. */
    CLAIMS,
    /** {@code exp} has passed. */
    EXPIRED,
    /** {@code nbf} or {@code iat} is still to come. */
    NOT_YET_VALID,
    /** The issuer publishes no key that fits {@code kid} and {@code alg}. */
    UNKNOWN_KEY,
    /** The signature is not the key's. */
    SIGNATURE
}
