package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A new store for nodes with one keyset. Closing stops the store unless other tests share it. */
public interface Nodes extends AutoCloseable {

    Keyset keyset();

    /** Returns the same store for nodes with another keyset. */
    Nodes under(Keyset keyset);

    /** Returns the password of the store, which no output may contain. */
    String password();

    /** Returns the settings with which a node connects to the store. */
    Map<String, String> storeSettings();

    /** Opens the store directly, without a node. */
    DurableStore open();

    /** Returns the contents of the store, for comparison. */
    String content();

    /** Copies the rows of {@code user} to many others: {@code prefix} followed by a number below {@code many}. */
    void multiply(String user, String prefix, int many);

    /** Removes the vault metadata, as emptying the store would. */
    void removeVaultMetadata();

    /** Returns the size of the data, on disk or in memory. */
    long bytes();

    /** Stops the store from responding, until {@link #resume}. */
    void pause() throws IOException, InterruptedException;

    void resume() throws IOException, InterruptedException;

    @Override
    void close();

    default Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(storeSettings());
        settings.put("OMNIBRIDGE_KEYSET", keyset().toJson());
        settings.put("OMNIBRIDGE_STORE_TIMEOUT", "20s");
        settings.putAll(more);
        return settings;
    }

    default Vault start(Map<String, String> more) {
        return Vault.start(List.of(), this, more);
    }

    default Vault start() {
        return start(Map.of());
    }
}
