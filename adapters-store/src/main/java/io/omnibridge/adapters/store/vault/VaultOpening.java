package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.SealedFormat;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opening of a vault. It is refused unless the vault has the same issuer and user claim as the configuration, and the keyset opens
 * everything that may be sealed in it. The start of a node creates a new vault. Several nodes may start at once: one of them creates the
 * vault, and a node that is refused has changed nothing that another node wrote.
 */
public final class VaultOpening {

    /** Name of the value that is the key of all audit logs. */
    static final String AUDIT_LOG_KEY = "record-key";

    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final KeyChecks checks;
    private final VaultUsers users;
    private final SecureRandom random;
    private boolean created;

    /** @param issuer of the vault's users */
    public VaultOpening(VaultMetadata metadata, Keyset keyset, String issuer, SecureRandom random) {
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.checks = new KeyChecks(metadata, keyset, sealer);
        this.users = new VaultUsers(metadata, issuer);
        this.random = random;
    }

    /**
     * Opens the vault that the configuration describes, and creates it if the store is new.
     *
     * @param userClaim the claim whose value is the user id
     * @return the key of all audit logs
     * @throws StoreCannotStart if the store has another vault
     * @throws StoreUnavailable if the store did not respond in time
     */
    public AuditLogKey open(String userClaim) {
        CopiedMetadata.refuseUnfinished(metadata);
        // Before anything is written to a store that has lost its metadata: an operator is going to restore it.
        sealedAuditLogKey();
        users.createOrRequire(userClaim);
        checks.requireAll();
        AuditLogKey auditLogKey = auditLogKey();
        checks.addPrimary();
        // A node with other keys that created the vault at the same moment wrote its check value before it looked for
        // this
        // one, and a copy that began at the same moment its mark.
        checks.requireAll();
        CopiedMetadata.refuseUnfinished(metadata);
        return auditLogKey;
    }

    /**
     * Opens an existing vault, and writes nothing. A command that seals something calls {@link #open} next.
     *
     * @param userClaim the claim whose value is the user id
     * @return the key of all audit logs
     * @throws StoreCannotStart if the store has no vault, or another one
     * @throws StoreUnavailable if the store did not respond in time
     */
    public AuditLogKey openExisting(String userClaim) {
        byte[] sealed = requireVault(userClaim);
        checks.requireAll();
        return unsealed(sealed);
    }

    /**
     * Checks that the store has the vault of these users, whatever keys it needs. Writes nothing.
     *
     * @return the sealed key of all audit logs
     * @throws StoreCannotStart if the store has no vault, or another one
     * @throws StoreUnavailable if the store did not respond in time
     */
    public byte[] requireVault(String userClaim) {
        CopiedMetadata.refuseUnfinished(metadata);
        byte[] sealed = sealedAuditLogKey().orElseThrow(VaultOpening::noVault);
        users.require(userClaim, VaultOpening::noVault);
        return sealed;
    }

    /** Random, and stored only sealed: an attacker who can write the store cannot make audit logs that verify. */
    private AuditLogKey auditLogKey() {
        return unsealed(sealedAuditLogKey().orElseGet(this::createAuditLogKey));
    }

    private byte[] createAuditLogKey() {
        byte[] key = new byte[AuditLogKey.LENGTH];
        random.nextBytes(key);
        byte[] ours = sealer.seal(MetadataPurpose.AUDIT_LOG_KEY, AUDIT_LOG_KEY, key);
        byte[] stored = VaultUsers.firstValue(metadata, AUDIT_LOG_KEY, ours);
        created = Arrays.equals(ours, stored);
        return stored;
    }

    /** Returns whether {@link #open} created the vault, rather than another node or an earlier start. */
    public boolean hasCreated() {
        return created;
    }

    private AuditLogKey unsealed(byte[] sealed) {
        return sealer.open(MetadataPurpose.AUDIT_LOG_KEY, AUDIT_LOG_KEY, sealed)
                .map(AuditLogKey::new)
                .orElseThrow(() -> KeyChecks.refusal(
                        SealedFormat.keyOf(sealed).stream().boxed().toList()));
    }

    /** Looks for users first: a node that creates the vault at this moment writes the key before it serves a request. */
    private Optional<byte[]> sealedAuditLogKey() {
        boolean used = metadata.hasUsers();
        Optional<byte[]> sealed = metadata.find(AUDIT_LOG_KEY);
        if (used && sealed.isEmpty()) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_STORE: the store has users, and has lost the key of their audit logs:"
                            + " restore it whole from a backup");
        }
        return sealed;
    }

    private static StoreCannotStart noVault() {
        return new StoreCannotStart(
                "OMNIBRIDGE_STORE: there is no vault in this store yet: omnibridge serve makes one");
    }
}
