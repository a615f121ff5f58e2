package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.write.UserWrites;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.UseLog;

/** The ports of the application to one vault. Thread-safe. */
public record VaultPorts(
        TokenStore accounts,
        ConnectAttempts attempts,
        PendingRevocations pendingRevocations,
        AuditLog auditLog,
        UseLog useLog,
        Leases leases,
        SignOuts signOuts,
        AccountScan scan) {

    /**
     * Makes the ports over {@code store}, for a process that is no node: nothing measures them.
     *
     * @param chain what audit events and receipts are appended with; all nodes of a vault must have the same key and issuer
     */
    public static VaultPorts over(UserStore store, EventChain chain) {
        return over(new VaultGate(store), chain, StoreMetrics.none());
    }

    /**
     * Makes the ports of a node to the store behind {@code gate}.
     *
     * @param metrics of all calls, but for those of the scan, which makes few and none for a request
     */
    public static VaultPorts over(VaultGate gate, EventChain chain, StoreMetrics metrics) {
        UserWrites writes = new UserWrites(gate::pass, chain);
        return new VaultPorts(
                new VaultTokenStore(gate, writes, metrics),
                new VaultConnectAttempts(gate, writes, metrics),
                new VaultPendingRevocations(gate, writes, metrics),
                new VaultAuditLog(gate, writes, metrics),
                new VaultUseLog(gate, chain.uses(), metrics),
                new VaultLeases(gate, writes, metrics),
                new VaultSignOuts(gate, writes, metrics),
                new VaultAccountScan(gate));
    }
}
