package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opening of a vault. It is refused unless the vault has the same issuer and user claim as the configuration, and the keyset opens
 * everything that may be sealed in it. The start of a node founds a new vault. Several nodes may start at once: one of them founds the
 * vault, and a node that is refused has changed nothing that another node wrote.
 */
public final class VaultOpening {

    /** Name of the value that is the key of all audit logs. */
    static final String AUDIT_LOG_KEY = "record-key";

    private static final String USERS = "users";

    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final KeyChecks checks;
    private final String issuer;
    private final SecureRandom random;

    /** @param issuer of the vault's users */
    public VaultOpening(VaultMetadata metadata, Keyset keyset, String issuer, SecureRandom random) {
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.checks = new KeyChecks(metadata, keyset, sealer);
        this.issuer = issuer;
        this.random = random;
    }

    /**
     * Opens the vault that the configuration describes, and founds it if the store is new.
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
        requireSameUsers(userClaim);
        checks.requireAll();
        AuditLogKey auditLogKey = auditLogKey();
        checks.addPrimary();
        // A node with other keys that founded the vault at the same moment wrote its check value before it looked for
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
        CopiedMetadata.refuseUnfinished(metadata);
        byte[] sealed = sealedAuditLogKey().orElseThrow(VaultOpening::noVault);
        requireSame(userClaim, metadata.find(USERS).orElseThrow(VaultOpening::noVault));
        checks.requireAll();
        return unsealed(sealed);
    }

    /** One value, so that two nodes that found at once cannot leave the issuer of one beside the claim of the other. */
    private void requireSameUsers(String userClaim) {
        requireSame(userClaim, found(USERS, LengthPrefixed.of(issuer, userClaim)));
    }

    private void requireSame(String userClaim, byte[] theirs) {
        byte[] ours = LengthPrefixed.of(issuer, userClaim);
        if (Arrays.equals(ours, theirs)) {
            return;
        }
        String different =
                startsWith(theirs, LengthPrefixed.of(issuer)) ? "OMNIBRIDGE_JWT_USER_CLAIM" : "OMNIBRIDGE_JWT_ISSUER";
        throw new StoreCannotStart(different + " is not the one that the users in this store came with, and the same"
                + " user id would be another user: set it as it was, or use another store");
    }

    /** Random, and stored only sealed: an attacker who can write the store cannot make audit logs that verify. */
    private AuditLogKey auditLogKey() {
        byte[] sealed = sealedAuditLogKey().orElseGet(() -> {
            byte[] key = new byte[AuditLogKey.LENGTH];
            random.nextBytes(key);
            return found(AUDIT_LOG_KEY, sealer.seal(MetadataPurpose.AUDIT_LOG_KEY, AUDIT_LOG_KEY, key));
        });
        return unsealed(sealed);
    }

    private AuditLogKey unsealed(byte[] sealed) {
        return sealer.open(MetadataPurpose.AUDIT_LOG_KEY, AUDIT_LOG_KEY, sealed)
                .map(AuditLogKey::new)
                .orElseThrow(KeyChecks::refusal);
    }

    /** Looks for users first: a node that founds the vault at this moment writes the key before it serves a request. */
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

    /** Returns the value {@code name}, which is {@code whenNew} if there was none. */
    private byte[] found(String name, byte[] whenNew) {
        metadata.putIfAbsent(name, whenNew);
        return metadata.find(name)
                .orElseThrow(() -> new StoreUnavailable("the store lost what it has just acknowledged"));
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length && Arrays.equals(beginning, Arrays.copyOf(bytes, beginning.length));
    }
}
