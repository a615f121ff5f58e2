package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.SealedFormat;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys that the vault metadata need, beside those that accounts need, for rotating keys while nodes run. All methods throw
 * {@link StoreUnavailable} if the store did not respond in time.
 */
public final class VaultKeys {

    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final KeyChecks checks;
    private final long primary;

    /** @param issuer of the vault's users */
    public VaultKeys(VaultMetadata metadata, Keyset keyset, String issuer) {
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.checks = new KeyChecks(metadata, keyset, sealer);
        this.primary = keyset.primaryKeyId();
    }

    /** Whether a start with a keyset without the key {@code id} is refused. */
    public boolean demanded(long id) {
        return checks.demands(id);
    }

    /** Returns the ids of all keys that the metadata need: to open a value, or to start. */
    public Set<Long> needed() {
        Set<Long> needed = new TreeSet<>();
        for (String name : metadata.names()) {
            if (KeyChecks.isCheck(name)) {
                needed.add(KeyChecks.keyOf(name));
            } else {
                metadata.find(name).map(SealedFormat::keyOf).ifPresent(key -> key.ifPresent(needed::add));
            }
        }
        return needed;
    }

    /** Returns how many values are sealed under the key {@code id}, without its check value, which is removed with the key. */
    public long metadataUnder(long id) {
        return metadata.names().stream()
                .filter(name -> !KeyChecks.isCheck(name))
                .flatMap(name -> metadata.find(name).stream())
                .map(SealedFormat::keyOf)
                .filter(OptionalLong.of(id)::equals)
                .count();
    }

    /** Re-seals the key of the audit logs under the primary key, if another key sealed it. The key itself does not change. */
    public void reseal() {
        String name = VaultOpening.AUDIT_LOG_KEY;
        metadata.find(name)
                .filter(former -> !SealedFormat.keyOf(former).equals(OptionalLong.of(primary)))
                .ifPresent(former -> sealer.open(MetadataPurpose.AUDIT_LOG_KEY, name, former)
                        .ifPresent(key ->
                                metadata.replace(name, former, sealer.seal(MetadataPurpose.AUDIT_LOG_KEY, name, key))));
    }

    /** Makes starts without the key {@code id} possible, until a node starts with it as its primary key again. */
    public void release(long id) {
        checks.release(id);
    }
}
