package io.omnibridge.adapters.store.spi;

/**
 * An open store outside this process, which any number of nodes may share. A write that was acknowledged is as durable as the
 * server makes one.
 */
public record DurableStore(UserStore users, VaultMetadata metadata) implements AutoCloseable {

    @Override
    public void close() {
        users.close();
    }
}
