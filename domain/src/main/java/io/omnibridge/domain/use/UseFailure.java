package io.omnibridge.domain.use;

/** Why a use received nothing. */
public enum UseFailure {
    /** The account was unlinked meanwhile, or the provider has no such item. */
    NOT_FOUND,
    /** The catalogue does not list a read that the source needs. */
    NOT_CONFIGURED,
    NEEDS_RECONNECT,
    /** The provider says that the account was connected without the scope for it. */
    NOT_GRANTED,
    /** No place for the call became free in time. */
    BUSY,
    /** The provider did not confirm that the token of an account that was linked by token is that account's. */
    NOT_CONFIRMED,
    CREDENTIALS_UNREADABLE,
    /** No connection, or the refresh was not done in time. */
    PROVIDER_UNAVAILABLE,
    PROVIDER_TIMEOUT,
    PROVIDER_ERROR,
    PROVIDER_REDIRECT,
    RESPONSE_TOO_LARGE,
    RATE_LIMITED,
    /** OmniBridge itself failed. */
    INTERNAL_ERROR
}
