package io.omnibridge.application.credentials;

/** A mistake that somebody could make in the refresh of credentials, planted to see whether the simulation finds it. */
enum Mutant {
    NONE,
    /** The token is sent again while in doubt, where that kills its family. */
    SENDS_AGAIN_IN_DOUBT,
    /** It is sent again a little after the grace that the provider gives. */
    STRETCHES_THE_GRACE,
    /** The claim is written after the call. */
    CLAIMS_AFTER_THE_CALL,
    /** A renewal is written whatever the account has become. */
    RENEWS_UNCONDITIONALLY,
    /** The provider's refusal of a token that was sent before is taken for the end of the grant. */
    ERASES_AT_A_REPEATED_REFUSAL,
    /** An answer that comes while the refresh is in doubt is thrown away. */
    REFUSES_LATE_ANSWERS,
    /** A process that was paused does not notice it. */
    IGNORES_PAUSES,
    /** Doubt ends an account where retrying is safe. */
    ENDS_IN_DOUBT,
    /** What came too late to be stored is forgotten. */
    FORGETS_LATE_ANSWERS,
    /** A call whose deadline has passed stays one. */
    LEAVES_CALLS_OPEN
}
