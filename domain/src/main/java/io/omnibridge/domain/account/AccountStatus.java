package io.omnibridge.domain.account;

/** Status of an account, as clients see it. */
public enum AccountStatus {
    /** The credentials work, as far as OmniBridge knows. */
    ACTIVE,
    /** The user has to link the account again. */
    NEEDS_RECONNECT
}
