package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;

/**
 * The check values: one for each key that was ever a primary one here and was not retired, so one for each key under which
 * something may be sealed. A node leaves its own before it seals anything else.
 */
final class KeyChecks {

    private static final String PREFIX = "check.";
    private static final byte[] NOTHING = {};

    private final VaultMetadata metadata;
    private final Keyset keyset;
    private final TinkMetadataSealer sealer;

    KeyChecks(VaultMetadata metadata, Keyset keyset, TinkMetadataSealer sealer) {
        this.metadata = metadata;
        this.keyset = keyset;
        this.sealer = sealer;
    }

    /** @throws StoreCannotStart if a check value was sealed under a key that the keyset does not have */
    void requireAll() {
        if (!metadata.names().stream().filter(KeyChecks::isCheck).allMatch(this::opens)) {
            throw refusal();
        }
    }

    /** Sealed under the primary key, whose id its name has. */
    void addPrimary() {
        String name = PREFIX + keyset.primaryKeyId();
        metadata.putIfAbsent(name, sealer.seal(MetadataPurpose.CHECK, name, NOTHING));
    }

    /** Whether a start has to have the key {@code id}. */
    boolean demands(long id) {
        return metadata.find(PREFIX + id).isPresent();
    }

    /** A start need not have the key {@code id} from now on. */
    void release(long id) {
        String name = PREFIX + id;
        metadata.find(name).ifPresent(value -> metadata.remove(name, value));
    }

    /** Whether {@code name} is that of a check value. */
    static boolean isCheck(String name) {
        return name.startsWith(PREFIX);
    }

    static StoreCannotStart refusal() {
        return new StoreCannotStart("OMNIBRIDGE_KEYSET lacks a key that sealed something in this store: start with a"
                + " keyset that has it; nothing was overwritten");
    }

    /** One that went away since it was listed belongs to a key that was retired. */
    private boolean opens(String name) {
        return metadata.find(name)
                .map(value -> sealer.open(MetadataPurpose.CHECK, name, value).isPresent())
                .orElse(true);
    }
}
