package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.maintenance.PagedScan;
import io.omnibridge.application.observation.LapsedAttempts;
import io.omnibridge.application.port.AccountScan;
import java.time.Duration;

/** Gauges of providers, and the background jobs that only find out what metrics and log tell. */
record MonitoringWiring(MetricsWiring metrics, ProviderWiring providers, AccountScan scan, LapsedAttempts lapsed) {

    private static final Duration LAPSED_PERIOD = Duration.ofMinutes(1);
    private static final Duration FIRST_COUNT = Duration.ofSeconds(5);

    /** Where there are providers, the refresh of idle grants scans all accounts as often. */
    private static final Duration COUNT_PERIOD = Duration.ofMinutes(15);

    void start(BackgroundJobs jobs, RefreshCredentials refreshCredentials) {
        if (!providers.ids().isEmpty()) {
            jobs.every(LAPSED_PERIOD, "report lapsed attempts", lapsed::report);
        }
        if (metrics.scrape().isPresent()) {
            registerGauges(metrics.registry(), refreshCredentials);
            jobs.after(FIRST_COUNT, "count accounts", this::count);
            if (providers.ids().isEmpty()) {
                jobs.every(COUNT_PERIOD, "count accounts", this::count);
            }
        }
    }

    private void registerGauges(MeterRegistry registry, RefreshCredentials refreshCredentials) {
        ProviderGauges.registerBreakers(registry, providers.ids(), refreshCredentials::isBreakerOpen);
        ProviderGauges.registerKeySets(registry, providers.openIds(), providers.ageOfKeys());
    }

    /** Reads all accounts and pending revocations, so that the scan counts them. */
    private void count() {
        PagedScan.forEach(scan::accounts, account -> {}, page -> {});
        PagedScan.forEach(scan::pendingRevocations, revocation -> {}, page -> {});
    }
}
