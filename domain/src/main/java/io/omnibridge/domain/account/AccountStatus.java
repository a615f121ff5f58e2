package io.omnibridge.domain.account;

/** Whether an account can be used. */
public enum AccountStatus {
    /** As far as OmniBridge knows, the credentials work. */
    ACTIVE,
    /** The user has to link the account again. */
    NEEDS_RECONNECT
}
