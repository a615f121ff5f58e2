package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A kind of store that no other code knows passes all contracts: the interfaces of {@code spi} are all that a new one implements. */
@Tag("long")
class FileStoreIT implements DurableStoreContract {

    @TempDir
    private Path directory;

    private DurableStore store;
    private DurableStore anotherNode;

    @BeforeEach
    void open() throws IOException {
        store = FileStore.open(directory);
        anotherNode = FileStore.open(directory);
    }

    @Override
    public DurableStore durable() {
        return store;
    }

    @Override
    public DurableStore another() {
        return anotherNode;
    }
}
