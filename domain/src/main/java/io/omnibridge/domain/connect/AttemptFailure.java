package io.omnibridge.domain.connect;

/** Reasons for which a connect attempt fails. */
public enum AttemptFailure {
    /** The user or the provider denied the request ({@code access_denied}, RFC 6749 §4.1.2.1). */
    ACCESS_DENIED,
    /** The provider returned another error in the callback. */
    PROVIDER_ERROR,
    /** The callback names another issuer than the attempt (RFC 9207). */
    WRONG_ISSUER,
    /** Too many wrong tickets were presented. */
    WRONG_TICKETS,
    /** The provider rejected the authorization code. */
    CODE_REFUSED,
    /** The provider rejected OmniBridge's own client: its id, its secret, or how it authenticates. */
    CLIENT_REFUSED,
    /** The provider rejected the exchange, and blames neither the code nor the client. */
    EXCHANGE_REFUSED,
    /** The provider was not reached, or was too busy. */
    PROVIDER_UNREACHABLE,
    /** The provider's response was rejected: malformed, incomplete, or about another user or client. */
    UNUSABLE_ANSWER,
    /** The provider's configuration in OmniBridge changed since the attempt began. */
    PROVIDER_CHANGED,
    /** The outcome of the code exchange is unknown. */
    EXCHANGE_UNKNOWN,
    /** The user's quota of accounts is used up. */
    QUOTA_EXCEEDED,
    /** The user unlinked the account while the code was being exchanged. */
    UNLINKED,
    /** The user cancelled the attempt. */
    CANCELLED
}
