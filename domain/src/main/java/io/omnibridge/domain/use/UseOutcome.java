package io.omnibridge.domain.use;

/** What a receipt tells: that data was asked for, or that nothing was returned. */
public enum UseOutcome {
    /** Appended before the call leaves. */
    USED,
    /** Appended after it, if nothing was received. */
    FAILED
}
