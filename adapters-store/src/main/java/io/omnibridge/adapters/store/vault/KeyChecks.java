package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.MetadataPurpose;
import io.omnibridge.adapters.store.sealing.TinkMetadataSealer;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Key check values in the vault metadata: one for each key that was ever a primary key of a node and was not retired, so one for each key
 * under which something may be sealed. A node writes its own before it seals anything else.
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
        List<Long> closed = metadata.names().stream()
                .filter(name -> isCheck(name) && !opens(name))
                .map(KeyChecks::keyOf)
                .sorted()
                .toList();
        if (!closed.isEmpty()) {
            throw refusal(closed);
        }
    }

    /** Writes the check value of the primary key, whose id is in the name, unless it is there. */
    void addPrimary() {
        String name = PREFIX + keyset.primaryKeyId();
        if (metadata.find(name).isEmpty()) {
            metadata.putIfAbsent(name, sealer.seal(MetadataPurpose.CHECK, name, NOTHING));
        }
    }

    /** Whether a start requires the key {@code id}. */
    boolean demands(long id) {
        return metadata.find(PREFIX + id).isPresent();
    }

    /** Removes the check value, so that no start requires the key {@code id} any more. */
    void release(long id) {
        String name = PREFIX + id;
        metadata.find(name).ifPresent(value -> metadata.remove(name, value));
    }

    /** Whether {@code name} names a check value. */
    static boolean isCheck(String name) {
        return name.startsWith(PREFIX);
    }

    /** Returns the id of the key whose check value has this name. */
    static long keyOf(String name) {
        String id = name.substring(PREFIX.length());
        return id.matches("[0-9]{1,10}") ? Long.parseLong(id) : 0;
    }

    /** @param keys the ids of the keys that are missing */
    static StoreCannotStart refusal(List<Long> keys) {
        String ids = keys.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new StoreCannotStart("OMNIBRIDGE_KEYSET lacks a key that sealed something in this store (" + ids
                + "): start with a keyset that has it; nothing was overwritten; omnibridge keys status shows"
                + " what needs it");
    }

    /** A check value that was removed since it was listed belongs to a key that was retired. */
    private boolean opens(String name) {
        return metadata.find(name)
                .map(value -> sealer.open(MetadataPurpose.CHECK, name, value).isPresent())
                .orElse(true);
    }
}
