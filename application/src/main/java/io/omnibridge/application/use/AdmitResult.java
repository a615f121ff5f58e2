package io.omnibridge.application.use;

/** Result of looking at a caller's lease. */
public sealed interface AdmitResult {

    /** The caller may go on. */
    record Admitted(AdmittedCaller caller) implements AdmitResult {}

    /** The caller may not. */
    record Refused(UseRefusal refusal) implements AdmitResult {}
}
