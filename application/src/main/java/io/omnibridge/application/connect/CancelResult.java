package io.omnibridge.application.connect;

/** Result of cancelling a connect attempt. */
public enum CancelResult {
    /** The attempt has ended, in this request or in an earlier one that cancelled it too. */
    CANCELLED,
    /** The user has no such attempt. */
    NOT_FOUND,
    /** The code is being exchanged. */
    IN_PROGRESS,
    /** The account is linked already. */
    COMPLETED,
    /** The attempt has failed otherwise. */
    FAILED,
    /** The attempt was not continued in time. */
    EXPIRED
}
