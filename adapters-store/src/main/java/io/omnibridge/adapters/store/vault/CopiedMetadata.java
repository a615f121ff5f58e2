package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Copy of the vault metadata to another store. From {@link #begin} to {@link #finish} the target has a mark with which no node starts, even
 * if the copying process dies. All methods throw {@link StoreUnavailable} if a store did not respond in time; each may then be
 * called again. One copy into a store at a time.
 */
public final class CopiedMetadata {

    private static final String MARK = "copy";

    private final VaultMetadata source;
    private final VaultMetadata target;
    private final byte[] vault;

    /** @param vault identifies the vault: the same at each copy of the same vault, and another for every other vault */
    public CopiedMetadata(VaultMetadata source, VaultMetadata target, byte[] vault) {
        this.source = source;
        this.target = target;
        this.vault = vault.clone();
    }

    /** @throws StoreCannotStart if a copy into this store was begun and has not ended */
    static void refuseUnfinished(VaultMetadata metadata) {
        if (metadata.find(MARK).isPresent()) {
            throw new StoreCannotStart(
                    "OMNIBRIDGE_STORE: a copy into this store has not come to its end: run omnibridge"
                            + " store copy again");
        }
    }

    /**
     * Marks the target.
     *
     * @throws StoreCannotStart if it is neither new nor the target of an earlier copy of the same vault that has not ended;
     *     nothing was changed
     */
    public void begin() {
        Optional<byte[]> begun = target.find(MARK);
        if (begun.isPresent()) {
            require(Arrays.equals(vault, begun.get()));
            return;
        }
        require(target.names().isEmpty() && !target.hasUsers());
        target.putIfAbsent(MARK, vault);
        // A node that creates a vault at the same moment writes its metadata before it looks for the mark once more.
        if (!target.names().equals(Set.of(MARK))) {
            target.remove(MARK, vault);
            require(false);
        }
    }

    /** Makes the metadata of the target equal to those of the source, and removes the mark. */
    public void finish() {
        Set<String> names = source.names();
        names.forEach(this::copy);
        target.names().stream()
                .filter(name -> !name.equals(MARK) && !names.contains(name))
                .forEach(name -> target.find(name).ifPresent(value -> target.remove(name, value)));
        target.remove(MARK, vault);
    }

    private void copy(String name) {
        byte[] value = source.find(name).orElseThrow(CopiedMetadata::changedMeanwhile);
        target.putIfAbsent(name, value);
        byte[] there = target.find(name).orElseThrow(CopiedMetadata::changedMeanwhile);
        if (!Arrays.equals(there, value) && !target.replace(name, there, value)) {
            throw changedMeanwhile();
        }
    }

    private static StoreUnavailable changedMeanwhile() {
        return new StoreUnavailable("the vault metadata of a store changed during the copy; run it again");
    }

    private static void require(boolean mayBeCopiedInto) {
        if (!mayBeCopiedInto) {
            throw new StoreCannotStart(
                    "the store that is copied to has a vault already, or a part of another one: empty"
                            + " it first, or copy to another store; nothing in it was changed");
        }
    }
}
