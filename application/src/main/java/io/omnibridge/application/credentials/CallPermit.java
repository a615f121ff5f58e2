package io.omnibridge.application.credentials;

/** The leave of one refresh to call its provider, however often it does. Not thread-safe. */
final class CallPermit {

    private final CallsInFlight calls;
    private boolean isHeld;

    CallPermit(CallsInFlight calls) {
        this.calls = calls;
    }

    /** Whether it is held now: no new ones are given while this process stops. */
    boolean take() {
        isHeld = isHeld || calls.enter();
        return isHeld;
    }

    void release() {
        if (isHeld) {
            isHeld = false;
            calls.leave();
        }
    }
}
