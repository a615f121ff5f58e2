package io.omnibridge.domain.connect;

/** Why an attempt came to nothing. */
public enum AttemptFailure {
    /** The user, or the provider in the user's name, said no ({@code access_denied}, RFC 6749 §4.1.2.1). */
    ACCESS_DENIED,
    /** The provider sent the browser back with another error. */
    PROVIDER_ERROR,
    /** The answer came from another issuer than the one that was asked (RFC 9207). */
    WRONG_ISSUER,
    /** Too many wrong tickets. */
    WRONG_TICKETS,
    /** The provider did not accept the code. */
    CODE_REFUSED,
    /** The provider's answer cannot be accepted: malformed, incomplete, or about somebody else. */
    UNUSABLE_ANSWER,
    /** The provider's configuration here changed since the attempt began. */
    PROVIDER_CHANGED,
    /** Nobody knows what became of the exchange. */
    EXCHANGE_UNKNOWN,
    /** The user has as many accounts as a user may have. */
    QUOTA_EXCEEDED
}
