package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.domain.use.UseFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Series of uses and of calls. Each is registered once: looking it up in the registry would cost more than counting. Thread-safe. */
final class UseSeries {

    private final MeterRegistry registry;
    private final Map<EndedUses, Counter> ended = new ConcurrentHashMap<>();
    private final Map<ApiCalls, Timer> called = new ConcurrentHashMap<>();

    UseSeries(MeterRegistry registry) {
        this.registry = registry;
    }

    Counter of(EndedUses use) {
        return ended.computeIfAbsent(
                use,
                it -> Counter.builder("omnibridge.uses")
                        .description("Uses of permissions that have a receipt")
                        .tag("use", EnumWords.of(it.kind()))
                        .tag("via", EnumWords.of(it.via()))
                        .tag("provider", it.provider())
                        .tag("outcome", outcome(it.failure()))
                        .register(registry));
    }

    Timer of(ApiCalls call) {
        return called.computeIfAbsent(
                call,
                it -> Timer.builder("omnibridge.provider.calls")
                        .description("Calls of providers' APIs, until the response begins")
                        .tag("provider", it.provider())
                        .tag("outcome", outcome(it.failure()))
                        .register(registry));
    }

    private static String outcome(Optional<UseFailure> failure) {
        return failure.map(EnumWords::of).orElse("answered");
    }
}
