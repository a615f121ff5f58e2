package io.omnibridge.domain.use;

import io.omnibridge.domain.InvalidValue;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of a user's log of uses.
 *
 * @param reason why nothing was received; empty unless the use failed
 */
public record UseReceipt(Use use, UseOutcome outcome, Optional<UseFailure> reason) {

    /** @throws InvalidValue if a failure has no reason, or another outcome has one */
    public UseReceipt {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(outcome, "outcome");
        InvalidValue.unless(
                reason.isPresent() == (outcome == UseOutcome.FAILED), "must have a reason exactly if it failed");
    }
}
