package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.Optional;

/** What a node knows of the vault that it opened, to recognise it later. Thread-safe. */
public final class OpenedVault {

    private final TinkMetadataSealer sealer;
    private final Keyset keyset;
    private final AuditLogKey auditLogKey;

    /**
     * @param issuer of the vault's users
     * @param auditLogKey the key of its audit logs, which is different in every vault
     */
    public OpenedVault(Keyset keyset, String issuer, AuditLogKey auditLogKey) {
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.keyset = keyset;
        this.auditLogKey = auditLogKey;
    }

    /**
     * Returns how the vault in {@code metadata} differs from this one, as a sentence for operators; empty if it is this one.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond
     */
    Optional<String> differenceTo(VaultMetadata metadata) {
        if (metadata.find(VaultOpening.AUDIT_LOG_KEY).filter(this::isOurs).isEmpty()) {
            return Optional.of(
                    "the store does not have the vault that this node opened any more: restore it, or stop the node");
        }
        return new KeyChecks(metadata, keyset, sealer).demands(keyset.primaryKeyId())
                ? Optional.empty()
                : Optional.of(
                        "the store's vault does not know the primary key of this node's keyset: an older state of it"
                                + " was restored, or the key was retired");
    }

    private boolean isOurs(byte[] sealed) {
        return sealer.open(MetadataPurpose.AUDIT_LOG_KEY, VaultOpening.AUDIT_LOG_KEY, sealed)
                .filter(auditLogKey::hasBytes)
                .isPresent();
    }
}
