package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.OpenedVault;
import io.omnibridge.adapters.store.vault.StoreClock;
import io.omnibridge.adapters.store.vault.VaultGate;
import io.omnibridge.adapters.store.vault.VaultHealth;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.StoreHealth;

/**
 * The vault in a durable store, open: checked to belong to the configured users and to the configured keyset. The caller
 * closes it.
 *
 * @param auditLogKey the key of the vault's audit log, in the clear
 * @param clock the store's time: all that decides over accounts and attempts uses it
 */
public record OpenVault(DurableStore store, Sealers sealers, AuditLogKey auditLogKey, StoreClock clock)
        implements AutoCloseable {

    /** Returns the chain that the vault's audit events are appended to and verified with. */
    public AuditChain chain() {
        return new AuditChain(auditLogKey, sealers.issuer());
    }

    public VaultPorts ports() {
        return VaultPorts.over(store.users(), chain());
    }

    /** Returns the ports for requests and background work: they serve only while {@code gate} is open. */
    VaultPorts ports(VaultGate gate, StoreMetrics metrics) {
        return VaultPorts.over(gate, chain(), metrics);
    }

    VaultGate gate() {
        return new VaultGate(store.users());
    }

    /** Returns the check that closes {@code gate} while the store has another vault, or an older state of this one. */
    StoreHealth health(VaultGate gate) {
        OpenedVault opened = new OpenedVault(sealers.keyset(), sealers.issuer(), auditLogKey);
        return new VaultHealth(store.connection(), store.metadata(), store.time(), opened, gate);
    }

    /** Returns the vault for what needs none of its keys. */
    public InspectedVault inspected() {
        return new InspectedVault(store, sealers);
    }

    @Override
    public void close() {
        store.close();
    }
}
