package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics of the data routes. A provider that is not configured counts as {@code other}: a client chooses its name. */
final class UseMetrics implements UseEvents, ScrubListener {

    private static final Logger LOG = LoggerFactory.getLogger(UseMetrics.class);
    private static final String OTHER = "other";
    private static final int MAX_TOLD = 1_000;

    private final MeterRegistry registry;
    private final UseSeries series;
    private final Set<ProviderId> providers;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Counter masked;
    private final Counter dropped;

    UseMetrics(MeterRegistry registry, List<ProviderId> providers) {
        this.registry = registry;
        this.series = new UseSeries(registry);
        this.providers = Set.copyOf(providers);
        this.masked = Counter.builder("omnibridge.masked")
                .description("Occurrences of a token that were masked in responses of providers")
                .register(registry);
        this.dropped = Counter.builder("omnibridge.dropped.fields")
                .description("JSON fields that were dropped from responses of providers")
                .register(registry);
    }

    @Override
    public void ended(Use use, Optional<UseFailure> failure) {
        for (UseTarget target : use.targets()) {
            series.of(new EndedUses(use.kind(), use.via(), name(target.account().provider()), failure))
                    .increment();
        }
    }

    @Override
    public void refused(ProviderId provider, UseRefusal refusal) {
        Counter.builder("omnibridge.refused.reads")
                .description("Reads that were refused before any call")
                .tag("provider", name(provider))
                .tag("code", RefusalLabels.of(refusal))
                .register(registry)
                .increment();
    }

    @Override
    public void called(ProviderId provider, Duration duration, Optional<UseFailure> failure) {
        series.of(new ApiCalls(name(provider), failure)).record(duration);
    }

    /** Logs the class and the place, and never the message, which may repeat what was received. */
    @Override
    public void broken(ProviderId provider, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.error(
                "{}: a source could not be read: unexpected {} at {}",
                name(provider),
                cause.getClass().getName(),
                cause.getStackTrace().length == 0 ? "an unknown place" : cause.getStackTrace()[0]);
    }

    /** Logged once for each sentence: the operator mends it in the providers file. */
    @Override
    public void unlisted(ProviderId provider, String detail) {
        if (told.size() < MAX_TOLD && told.add(provider.value() + detail)) {
            LOG.warn("{}: a source needs a read that is not listed in its apis: {}", name(provider), detail);
        }
    }

    @Override
    public void masked(int count) {
        masked.increment(count);
    }

    @Override
    public void droppedFields(int count) {
        dropped.increment(count);
    }

    private String name(ProviderId provider) {
        return providers.contains(provider) ? provider.value() : OTHER;
    }
}
