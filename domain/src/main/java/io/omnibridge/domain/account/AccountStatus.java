package io.omnibridge.domain.account;

/** Whether an account can be used. */
public enum AccountStatus {
    /** The credentials work, as far as OmniBridge knows. */
    ACTIVE,
    /** The user has to link the account again. */
    NEEDS_RECONNECT
}
