package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;

/**
 * Whether a store answers, and still has the vault that this node opened. One that was emptied or exchanged while the node
 * ran answers as well as before, and nothing that it answers is true. Thread-safe.
 */
public final class VaultHealth implements StoreHealth {

    private final StoreHealth store;
    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final AuditLogKey opened;

    /**
     * Looks after an open vault.
     *
     * @param issuer whose users the vault is about
     * @param opened the key of its records, which is another one in every vault
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
        if (metadata.find(VaultOpening.RECORD_KEY).filter(this::isOurs).isEmpty()) {
            throw new StoreUnavailable("the store has not the vault any more that this node opened");
        }
    }

    private boolean isOurs(byte[] sealed) {
        return sealer.open(MetadataPurpose.RECORD_KEY, VaultOpening.RECORD_KEY, sealed)
                .filter(opened::hasBytes)
                .isPresent();
    }
}
