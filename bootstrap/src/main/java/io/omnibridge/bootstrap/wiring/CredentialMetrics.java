package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.observation.AttemptStep;
import io.omnibridge.application.observation.CredentialEvents;
import io.omnibridge.application.observation.ExchangeOutcome;
import io.omnibridge.application.observation.RefreshOutcome;
import io.omnibridge.application.observation.RevocationOutcome;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import java.util.Collection;
import java.util.Objects;

/**
 * Counts attempts and calls of providers, by provider and outcome. Every series of the configured providers exists from the start,
 * with 0, and their number is bounded by the providers. Thread-safe.
 */
final class CredentialMetrics implements CredentialEvents {

    private static final String NO_REASON = "none";

    private final MeterRegistry registry;

    CredentialMetrics(MeterRegistry registry, Collection<ProviderId> providers) {
        this.registry = Objects.requireNonNull(registry);
        providers.forEach(this::register);
    }

    private void register(ProviderId provider) {
        for (AttemptStep attempt : AttemptStep.values()) {
            attempts(provider, EnumWords.of(attempt), NO_REASON);
        }
        for (AttemptFailure reason : AttemptFailure.values()) {
            attempts(provider, "failed", EnumWords.of(reason));
        }
        for (ExchangeOutcome exchange : ExchangeOutcome.values()) {
            exchanges(provider, exchange);
        }
        for (RefreshOutcome refresh : RefreshOutcome.values()) {
            refreshes(provider, refresh);
        }
        for (RevocationOutcome revocation : RevocationOutcome.values()) {
            revocations(provider, revocation);
        }
    }

    @Override
    public void attempt(ProviderId provider, AttemptStep attempt) {
        attempts(provider, EnumWords.of(attempt), NO_REASON).increment();
    }

    @Override
    public void attemptFailed(ProviderId provider, AttemptId attempt, AttemptFailure reason) {
        attempts(provider, "failed", EnumWords.of(reason)).increment();
    }

    @Override
    public void exchanged(ProviderId provider, ExchangeOutcome exchange) {
        exchanges(provider, exchange).increment();
    }

    @Override
    public void refreshed(ProviderId provider, RefreshOutcome refresh) {
        refreshes(provider, refresh).increment();
    }

    @Override
    public void revoked(ProviderId provider, RevocationOutcome revocation) {
        revocations(provider, revocation).increment();
    }

    private Counter attempts(ProviderId provider, String outcome, String reason) {
        return Counter.builder("omnibridge.connect.attempts")
                .description("Connect attempts that reached this state")
                .tags("provider", provider.value(), "outcome", outcome, "reason", reason)
                .register(registry);
    }

    private Counter exchanges(ProviderId provider, ExchangeOutcome exchange) {
        return counter(
                Counter.builder("omnibridge.connect.exchanges").description("Code exchanges"), provider, exchange);
    }

    private Counter refreshes(ProviderId provider, RefreshOutcome refresh) {
        return counter(
                Counter.builder("omnibridge.credentials.refreshes").description("Refresh calls to a provider"),
                provider,
                refresh);
    }

    private Counter revocations(ProviderId provider, RevocationOutcome revocation) {
        return counter(
                Counter.builder("omnibridge.credentials.revocations").description("Revocation calls to a provider"),
                provider,
                revocation);
    }

    private Counter counter(Counter.Builder counter, ProviderId provider, Enum<?> outcome) {
        return counter.tags("provider", provider.value(), "outcome", EnumWords.of(outcome))
                .register(registry);
    }
}
