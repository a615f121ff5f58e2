package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.observation.AttemptStep;
import io.omnibridge.application.observation.CredentialEvents;
import io.omnibridge.application.observation.ExchangeOutcome;
import io.omnibridge.application.observation.RefreshOutcome;
import io.omnibridge.application.observation.RevocationOutcome;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one log line for each failed attempt, and passes every event on. Thread-safe. */
final class LoggedCredentialEvents implements CredentialEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedCredentialEvents.class);

    /** A provider that answers for another one, and guessed tickets: signs of an attack. */
    private static final Set<AttemptFailure> SUSPICIOUS =
            EnumSet.of(AttemptFailure.WRONG_ISSUER, AttemptFailure.WRONG_TICKETS);

    private final CredentialEvents next;

    LoggedCredentialEvents(CredentialEvents next) {
        this.next = Objects.requireNonNull(next);
    }

    @Override
    public void attempt(ProviderId provider, AttemptStep attempt) {
        next.attempt(provider, attempt);
    }

    @Override
    public void attemptFailed(ProviderId provider, AttemptId attempt, AttemptFailure reason) {
        if (SUSPICIOUS.contains(reason)) {
            LOG.warn(
                    "{}: attempt {} failed: {}, which may be an attack",
                    provider.value(),
                    attempt.value(),
                    word(reason));
        } else {
            LOG.info("{}: attempt {} failed: {}", provider.value(), attempt.value(), word(reason));
        }
        next.attemptFailed(provider, attempt, reason);
    }

    private static String word(AttemptFailure reason) {
        return EnumWords.of(reason);
    }

    @Override
    public void exchanged(ProviderId provider, ExchangeOutcome exchange) {
        next.exchanged(provider, exchange);
    }

    @Override
    public void refreshed(ProviderId provider, RefreshOutcome refresh) {
        next.refreshed(provider, refresh);
    }

    @Override
    public void revoked(ProviderId provider, RevocationOutcome revocation) {
        next.revoked(provider, revocation);
    }
}
