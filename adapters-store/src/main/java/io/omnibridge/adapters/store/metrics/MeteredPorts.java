package io.omnibridge.adapters.store.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.omnibridge.adapters.store.vault.VaultPorts;

/** Ports that measure every call, and behave as the ports behind them. */
public final class MeteredPorts {

    private MeteredPorts() {}

    /** Returns {@code ports}, measured in {@code registry}, but for the scan: it makes few calls, and none for a request. */
    public static VaultPorts of(VaultPorts ports, MeterRegistry registry) {
        StoreMetrics metrics = new StoreMetrics(registry);
        return new VaultPorts(
                new MeteredTokenStore(ports.accounts(), metrics),
                new MeteredConnectAttempts(ports.attempts(), metrics),
                new MeteredPendingRevocations(ports.pendingRevocations(), metrics),
                new MeteredAuditLog(ports.auditLog(), metrics),
                new MeteredUseLog(ports.useLog(), metrics),
                new MeteredLeases(ports.leases(), metrics),
                new MeteredSignOuts(ports.signOuts(), metrics),
                ports.scan());
    }
}
