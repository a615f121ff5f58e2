package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.observation.CredentialEvents;
import io.omnibridge.domain.account.ProviderId;
import java.util.Objects;

/** Counts calls to providers by provider and outcome. The number of series is bounded by the configured providers. Thread-safe. */
final class CredentialMetrics implements CredentialEvents {

    private final MeterRegistry registry;

    CredentialMetrics(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry);
    }

    @Override
    public void attempt(ProviderId provider, Attempt attempt) {
        count("omnibridge.connect.attempts", provider, attempt);
    }

    @Override
    public void exchanged(ProviderId provider, Exchange exchange) {
        count("omnibridge.connect.exchanges", provider, exchange);
    }

    @Override
    public void refreshed(ProviderId provider, Refresh refresh) {
        count("omnibridge.credentials.refreshes", provider, refresh);
    }

    @Override
    public void revoked(ProviderId provider, Revocation revocation) {
        count("omnibridge.credentials.revocations", provider, revocation);
    }

    private void count(String name, ProviderId provider, Enum<?> outcome) {
        registry.counter(name, "provider", provider.value(), "outcome", EnumWords.of(outcome))
                .increment();
    }
}
