package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.metrics.StoreTimers;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.observation.CountedScan;
import io.omnibridge.application.observation.CredentialEvents;
import io.omnibridge.application.observation.LapsedAttempts;
import io.omnibridge.application.observation.ObservedAttempts;
import io.omnibridge.application.observation.ObservedServers;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.domain.account.ProviderId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The registry of metrics, and the ports that report to it.
 *
 * @param scrape what Prometheus reads; empty if no metrics are exported
 */
record MetricsWiring(MeterRegistry registry, Optional<Supplier<String>> scrape) {

    /** Returns a registry for Prometheus. */
    static MetricsWiring exported() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new MetricsWiring(prometheus, Optional.of(prometheus::scrape));
    }

    /** Returns a registry without members, which keeps nothing. */
    static MetricsWiring unexported() {
        return new MetricsWiring(new CompositeMeterRegistry(), Optional.empty());
    }

    StoreMetrics ofStore() {
        return new StoreTimers(registry);
    }

    /** Returns ports that also report ends of attempts to the metrics and the log, and the counts of the scan. */
    ObservedVault observe(VaultPorts ports, List<ProviderId> providers, Clock clock) {
        CredentialEvents events = credentialEvents(providers);
        LapsedAttempts lapsed = new LapsedAttempts(ports.attempts(), events, clock);
        CountedScan scan = new CountedScan(ports.scan(), clock);
        VaultGauges.register(registry, scan, providers);
        VaultPorts observed = new VaultPorts(
                ports.accounts(),
                new ObservedAttempts(ports.attempts(), events, lapsed),
                ports.pendingRevocations(),
                ports.auditLog(),
                ports.useLog(),
                ports.leases(),
                ports.signOuts(),
                scan);
        return new ObservedVault(observed, lapsed);
    }

    AuthorizationServers observe(AuthorizationServers servers, List<ProviderId> providers) {
        return new ObservedServers(servers, credentialEvents(providers));
    }

    /** @param age of the keys of the users' issuer; empty before the first fetch */
    void measureKeys(Supplier<Optional<Duration>> age) {
        Gauge.builder("omnibridge.jwt.keys.age.seconds", () -> Gauges.seconds(age.get()))
                .description("Time since the keys of the users' issuer were fetched")
                .register(registry);
    }

    /** @param remaining how long the certificate in use is still valid */
    void measureCertificate(Supplier<Duration> remaining) {
        Gauge.builder("omnibridge.tls.certificate.expiry.seconds", () -> Gauges.seconds(Optional.of(remaining.get())))
                .description("Time until the certificate in use expires")
                .register(registry);
    }

    /** Adds metrics of the JVM and the process, if anything is exported. */
    void measureJvm() {
        if (scrape.isPresent()) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmGcMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
    }

    private CredentialEvents credentialEvents(List<ProviderId> providers) {
        return new LoggedCredentialEvents(new CredentialMetrics(registry, providers));
    }
}
