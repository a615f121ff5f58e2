package io.omnibridge.adapters.providers.data;

import io.omnibridge.domain.use.UseFailure;

/** Thrown when a call has no response for the client. It has no cause, whose message could contain a secret. */
final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final UseFailure reason;

    CallFailed(UseFailure reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    UseFailure reason() {
        return reason;
    }
}
