package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.application.observation.AttemptStep;
import io.omnibridge.application.observation.ExchangeOutcome;
import io.omnibridge.application.observation.RefreshOutcome;
import io.omnibridge.application.observation.RevocationOutcome;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CredentialMetricsTest {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));
    private static final int SERIES = AttemptStep.values().length
            + AttemptFailure.values().length
            + ExchangeOutcome.values().length
            + RefreshOutcome.values().length
            + RevocationOutcome.values().length;
    private static final List<ProviderId> PROVIDERS = List.of(GOOGLE, new ProviderId("notion"));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CredentialMetrics metrics = new CredentialMetrics(registry, PROVIDERS);

    @Test
    @Tag("OP3")
    void every_series_of_the_configured_providers_exists_from_the_start_with_zero() {
        assertEquals(PROVIDERS.size() * SERIES, registry.getMeters().size());
        registry.getMeters().forEach(meter -> assertEquals(0, ((Counter) meter).count()));
    }

    @Test
    @Tag("OP3")
    void a_failed_attempt_is_counted_with_its_reason() {
        metrics.attemptFailed(GOOGLE, ATTEMPT, AttemptFailure.CLIENT_REFUSED);

        assertEquals(
                1,
                registry.get("omnibridge.connect.attempts")
                        .tags("provider", "google", "outcome", "failed", "reason", "client_refused")
                        .counter()
                        .count());
    }

    @Test
    void each_event_is_counted_by_provider_and_outcome() {
        metrics.refreshed(GOOGLE, RefreshOutcome.RENEWED);
        metrics.refreshed(GOOGLE, RefreshOutcome.RENEWED);
        metrics.refreshed(GOOGLE, RefreshOutcome.INVALID_GRANT);
        metrics.revoked(GOOGLE, RevocationOutcome.FAILED);

        assertEquals(2, count("omnibridge.credentials.refreshes", "renewed"));
        assertEquals(1, count("omnibridge.credentials.refreshes", "invalid_grant"));
        assertEquals(1, count("omnibridge.credentials.revocations", "failed"));
    }

    @Test
    @Tag("D7")
    void the_number_of_series_is_bounded_by_providers_and_outcomes() {
        for (int i = 0; i < 3; i++) {
            PROVIDERS.forEach(this::countEverything);

            assertEquals(PROVIDERS.size() * SERIES, registry.getMeters().size());
        }
    }

    private void countEverything(ProviderId provider) {
        List.of(AttemptStep.values()).forEach(attempt -> metrics.attempt(provider, attempt));
        List.of(AttemptFailure.values()).forEach(reason -> metrics.attemptFailed(provider, ATTEMPT, reason));
        List.of(ExchangeOutcome.values()).forEach(exchange -> metrics.exchanged(provider, exchange));
        List.of(RefreshOutcome.values()).forEach(refresh -> metrics.refreshed(provider, refresh));
        List.of(RevocationOutcome.values()).forEach(revocation -> metrics.revoked(provider, revocation));
    }

    private double count(String name, String outcome) {
        return registry.get(name)
                .tags("provider", "google", "outcome", outcome)
                .counter()
                .count();
    }
}
