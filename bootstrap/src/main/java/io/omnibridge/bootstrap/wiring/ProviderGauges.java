package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gauges of this node about each provider: its breaker, and the age of its key set. */
final class ProviderGauges {

    private ProviderGauges() {}

    static void registerBreakers(
            MeterRegistry registry, Collection<ProviderId> providers, Predicate<ProviderId> isOpen) {
        for (ProviderId provider : providers) {
            Gauge.builder("omnibridge.credentials.breaker.open", () -> isOpen.test(provider) ? 1 : 0)
                    .description("1 while this node sends trial refreshes only to the provider")
                    .tag("provider", provider.value())
                    .register(registry);
        }
    }

    static void registerKeySets(
            MeterRegistry registry, Collection<ProviderId> providers, Function<ProviderId, Optional<Duration>> age) {
        for (ProviderId provider : providers) {
            Gauge.builder("omnibridge.provider.keys.age.seconds", () -> Gauges.seconds(age.apply(provider)))
                    .description("Time since the keys for the provider's ID tokens were fetched")
                    .tag("provider", provider.value())
                    .register(registry);
        }
    }
}
