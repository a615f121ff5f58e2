package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.EventChain;
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
     * Makes the ports over {@code store}.
     *
     * @param chain what audit events and receipts are appended with; all nodes of a vault must have the same key and issuer
     */
    public static VaultPorts over(UserStore store, EventChain chain) {
        UserWrites writes = new UserWrites(store, chain);
        return new VaultPorts(
                new VaultTokenStore(store, writes),
                new VaultConnectAttempts(store, writes),
                new VaultPendingRevocations(store, writes),
                new VaultAuditLog(store, writes),
                new VaultUseLog(store.uses(), chain.uses()),
                new VaultLeases(store.leases(), writes),
                new VaultSignOuts(store.signOuts(), writes),
                new VaultAccountScan(store));
    }
}
