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
 * Opens a vault: refuses unless it is about the same users and this process's keys open everything that may be sealed in it.
 * The start of a node founds it where it is new. Any number of nodes may do so at once: one of them founds it, and a node
 * that is refused has changed nothing that another one wrote.
 */
public final class VaultOpening {

    /** The name of the fact that is the key of all records. */
    static final String RECORD_KEY = "record-key";

    private static final String USERS = "users";

    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final KeyChecks checks;
    private final String issuer;
    private final SecureRandom random;

    /** @param issuer whose users the vault is about */
    public VaultOpening(VaultMetadata metadata, Keyset keyset, String issuer, SecureRandom random) {
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.checks = new KeyChecks(metadata, keyset, sealer);
        this.issuer = issuer;
        this.random = random;
    }

    /**
     * Makes sure that this is the vault that the configuration is about.
     *
     * @param userClaim the claim whose value is the user id
     * @return the key of all records
     * @throws StoreCannotStart if it is not
     * @throws StoreUnavailable if the store did not answer in time
     */
    public AuditLogKey open(String userClaim) {
        CopiedMetadata.refuseUnfinished(metadata);
        // Before anything is left in a store that has lost its facts: it is going to be restored.
        sealedRecordKey();
        requireSameUsers(userClaim);
        checks.requireAll();
        AuditLogKey auditLogKey = auditLogKey();
        checks.addPrimary();
        // A node with other keys that founded at the same moment left its own check before it looked for ours, and a
        // copy
        // that began at the same moment its mark.
        checks.requireAll();
        CopiedMetadata.refuseUnfinished(metadata);
        return auditLogKey;
    }

    /**
     * Makes sure of the same about a vault that there is already, and writes nothing. Whoever is going to seal something in
     * it calls {@link #open} next.
     *
     * @param userClaim the claim whose value is the user id
     * @return the key of all records
     * @throws StoreCannotStart if there is no vault, or another one
     * @throws StoreUnavailable if the store did not answer in time
     */
    public AuditLogKey openExisting(String userClaim) {
        CopiedMetadata.refuseUnfinished(metadata);
        byte[] sealed = sealedRecordKey().orElseThrow(VaultOpening::noVault);
        requireSame(userClaim, metadata.find(USERS).orElseThrow(VaultOpening::noVault));
        checks.requireAll();
        return unsealed(sealed);
    }

    /** One fact, so that two nodes that found at once cannot leave the issuer of one beside the claim of the other. */
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

    /** Random, and kept only sealed: whoever writes the store cannot make records that verify. */
    private AuditLogKey auditLogKey() {
        byte[] sealed = sealedRecordKey().orElseGet(() -> {
            byte[] key = new byte[AuditLogKey.LENGTH];
            random.nextBytes(key);
            return found(RECORD_KEY, sealer.seal(MetadataPurpose.RECORD_KEY, RECORD_KEY, key));
        });
        return unsealed(sealed);
    }

    private AuditLogKey unsealed(byte[] sealed) {
        return sealer.open(MetadataPurpose.RECORD_KEY, RECORD_KEY, sealed)
                .map(AuditLogKey::new)
                .orElseThrow(KeyChecks::refusal);
    }

    /** Users are looked for first: a node that founds at this moment leaves the key before it serves anybody. */
    private Optional<byte[]> sealedRecordKey() {
        boolean used = metadata.holdsUsers();
        Optional<byte[]> sealed = metadata.find(RECORD_KEY);
        if (used && sealed.isEmpty()) {
            throw new StoreCannotStart("OMNIBRIDGE_STORE: the store has users, and has lost the key of their records:"
                    + " restore it whole from a backup");
        }
        return sealed;
    }

    private static StoreCannotStart noVault() {
        return new StoreCannotStart(
                "OMNIBRIDGE_STORE: there is no vault in this store yet: omnibridge serve makes one");
    }

    /** The fact {@code name}, which is {@code whenNew} if there was none. */
    private byte[] found(String name, byte[] whenNew) {
        metadata.putIfAbsent(name, whenNew);
        return metadata.find(name)
                .orElseThrow(() -> new StoreUnavailable("the store lost what it has just acknowledged"));
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length && Arrays.equals(beginning, Arrays.copyOf(bytes, beginning.length));
    }
}
