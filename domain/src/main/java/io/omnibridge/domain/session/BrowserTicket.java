package io.omnibridge.domain.session;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;

/**
 * The ticket of a connect attempt that a page began, which the browser keeps between the callback and the confirmation.
 *
 * @param ticket what the attempt's owner needs to complete it
 */
public record BrowserTicket(AttemptId attempt, Secret ticket) {

    public BrowserTicket {
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(ticket, "ticket");
    }
}
