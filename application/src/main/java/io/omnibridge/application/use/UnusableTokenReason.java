package io.omnibridge.application.use;

/** Why an account's access token cannot be used. */
public enum UnusableTokenReason {
    /** A client linked the account by token, and the provider's entry does not say {@code data_by_token}. */
    NOT_ALLOWED,
    /** A client linked the account by token, and the provider did not confirm that the token is the account's. */
    NOT_CONFIRMED,
    /** The token is too short to be masked in what comes back. */
    TOKEN_TOO_SHORT
}
