package io.omnibridge.bootstrap.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.omnibridge.adapters.store.metrics.MeteredPorts;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.observation.ObservedAttempts;
import io.omnibridge.application.observation.ObservedServers;
import io.omnibridge.application.port.AuthorizationServers;
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

    VaultPorts observe(VaultPorts ports) {
        VaultPorts metered = MeteredPorts.of(ports, registry);
        return new VaultPorts(
                metered.accounts(),
                new ObservedAttempts(metered.attempts(), credentialMetrics()),
                metered.pendingRevocations(),
                metered.auditLog(),
                metered.scan());
    }

    AuthorizationServers observe(AuthorizationServers servers) {
        return new ObservedServers(servers, credentialMetrics());
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

    private CredentialMetrics credentialMetrics() {
        return new CredentialMetrics(registry);
    }
}
