package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.SealedFormat;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.OptionalLong;

/**
 * Which keys a vault needs for itself, beside those that its accounts need: for whoever rotates them, while nodes run. All
 * methods throw {@link StoreUnavailable} if the store did not answer in time.
 */
public final class VaultKeys {

    private final VaultMetadata metadata;
    private final TinkMetadataSealer sealer;
    private final KeyChecks checks;
    private final long primary;

    /** @param issuer whose users the vault is about */
    public VaultKeys(VaultMetadata metadata, Keyset keyset, String issuer) {
        this.metadata = metadata;
        this.sealer = new TinkMetadataSealer(keyset, issuer);
        this.checks = new KeyChecks(metadata, keyset, sealer);
        this.primary = keyset.primaryKeyId();
    }

    /** Whether a start is refused whose keyset lacks the key {@code id}. */
    public boolean demanded(long id) {
        return checks.demands(id);
    }

    /** How many facts are sealed under the key {@code id}. Its check value is none of them: it goes with the key. */
    public long metadataUnder(long id) {
        return metadata.names().stream()
                .filter(name -> !KeyChecks.isCheck(name))
                .flatMap(name -> metadata.find(name).stream())
                .map(SealedFormat::keyOf)
                .filter(OptionalLong.of(id)::equals)
                .count();
    }

    /** Seals the key of the records under the primary key, unless it is: the key itself stays what it is. */
    public void reseal() {
        String name = VaultOpening.RECORD_KEY;
        metadata.find(name)
                .filter(former -> !SealedFormat.keyOf(former).equals(OptionalLong.of(primary)))
                .ifPresent(former -> sealer.open(MetadataPurpose.RECORD_KEY, name, former)
                        .ifPresent(key ->
                                metadata.replace(name, former, sealer.seal(MetadataPurpose.RECORD_KEY, name, key))));
    }

    /** Takes back the demand for the key {@code id}. Whoever seals under it again at a start makes it anew. */
    public void release(long id) {
        checks.release(id);
    }
}
