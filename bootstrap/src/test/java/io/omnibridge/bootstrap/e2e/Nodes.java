package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of one new store, which have one keyset. Closing ends the store, or leaves it to whoever started it. */
public interface Nodes extends AutoCloseable {

    Keyset keyset();

    /** Nodes of the same store that have {@code keyset}. */
    Nodes under(Keyset keyset);

    /** What the nodes enter the store by; it must not come out. */
    String password();

    /** What a node needs to know of the store. */
    Map<String, String> storeSettings();

    /** The store itself, past OmniBridge. */
    DurableStore open();

    /** Everything that the store keeps, to compare. */
    String content();

    /** Gives everything that {@code user} has to many others too, past OmniBridge: those named {@code prefix} and a number below {@code many}. */
    void multiply(String user, String prefix, int many);

    /** Takes from the store what it remembers about the vault, as somebody who empties it does. */
    void forgetTheVault();

    /** How much the store takes, on disk or in memory, wherever it keeps what it has. */
    long bytes();

    /** Lets the store answer nobody. */
    void pause() throws IOException, InterruptedException;

    void resume() throws IOException, InterruptedException;

    @Override
    void close();

    default Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(storeSettings());
        settings.put("OMNIBRIDGE_KEYSET", keyset().toJson());
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
