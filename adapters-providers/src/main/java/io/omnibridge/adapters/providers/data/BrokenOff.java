package io.omnibridge.adapters.providers.data;

import io.omnibridge.domain.use.UseFailure;
import java.io.IOException;

/** Error of a body whose rest does not come. It has no cause, whose message could contain a secret. */
final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1L;

    private final UseFailure reason;

    BrokenOff(UseFailure reason) {
        super("the response broke off: " + reason);
        this.reason = reason;
    }

    UseFailure reason() {
        return reason;
    }
}
