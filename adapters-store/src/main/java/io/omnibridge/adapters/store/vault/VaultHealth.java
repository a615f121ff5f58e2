package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;

/**
 * Health of an open vault: the store responds, and still has the vault that this node opened. A store that was emptied or replaced while the
 * node runs responds too, with wrong data. Thread-safe.
 */
public final class VaultHealth implements StoreHealth {

    private final StoreHealth store;
    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final AuditLogKey opened;

    /**
     * Creates the health check of an open vault.
     *
     * @param issuer of the vault's users
     * @param opened the key of its audit logs, which is different in every vault
     */
    public VaultHealth(StoreHealth store, VaultMetadata metadata, Keyset keyset, String issuer, AuditLogKey opened) {
        this.store = store;
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.opened = opened;
    }

    @Override
    public void check() {
        store.check();
        if (metadata.find(VaultOpening.AUDIT_LOG_KEY).filter(this::isOurs).isEmpty()) {
            throw new StoreUnavailable("the store does not have the vault that this node opened any more");
        }
    }

    private boolean isOurs(byte[] sealed) {
        return sealer.open(MetadataPurpose.AUDIT_LOG_KEY, VaultOpening.AUDIT_LOG_KEY, sealed)
                .filter(opened::hasBytes)
                .isPresent();
    }
}
