package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.observation.CountedScan;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Gauges over the whole vault. They tell what the last complete background scan counted, and how old that is: no scrape reads the
 * store. Before the first scan they are NaN.
 */
final class VaultGauges {

    /** Stands for every provider that the file does not have. */
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final CountedScan scan;

    private VaultGauges(MeterRegistry registry, CountedScan scan) {
        this.registry = registry;
        this.scan = scan;
    }

    static void register(MeterRegistry registry, CountedScan scan, Collection<ProviderId> providers) {
        VaultGauges gauges = new VaultGauges(registry, scan);
        Set<ProviderId> known = Set.copyOf(providers);
        known.forEach(provider -> gauges.register(provider.value(), provider::equals));
        gauges.register(OTHER, provider -> !known.contains(provider));
        gauges.registerAge("accounts", scan::ageOfAccounts);
        gauges.registerAge("pending_revocations", scan::ageOfPendingRevocations);
    }

    private void register(String name, Predicate<ProviderId> provider) {
        for (AccountStatus status : AccountStatus.values()) {
            Gauge.builder("omnibridge.accounts", () -> count(scan.accounts(provider, status)))
                    .description("Linked accounts, as the last scan counted them")
                    .tags("provider", name, "status", EnumWords.of(status))
                    .register(registry);
        }
        Gauge.builder("omnibridge.pending.revocations", () -> count(scan.pendingRevocations(provider)))
                .description("Grants that still have to be revoked, as the last scan counted them")
                .tag("provider", name)
                .register(registry);
    }

    private void registerAge(String name, Supplier<Optional<Duration>> age) {
        Gauge.builder("omnibridge.scan.age.seconds", () -> Gauges.seconds(age.get()))
                .description("Time since the last complete scan that counted")
                .tag("scan", name)
                .register(registry);
    }

    private static double count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : Double.NaN;
    }
}
