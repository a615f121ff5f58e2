package io.omnibridge.domain.search;

/** Whether a source of an account can be searched, as far as that is known without asking the provider. */
public enum SourceState {
    READY,
    /** The user has to connect the account again. */
    NEEDS_RECONNECT,
    /** The account was connected without any of the scopes that the source needs. */
    NOT_GRANTED,
    /** The operator does not offer the source for this account: it is not configured, or its token may not be used. */
    NOT_CONFIGURED
}
