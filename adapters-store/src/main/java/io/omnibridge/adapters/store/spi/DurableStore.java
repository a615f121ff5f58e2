package io.omnibridge.adapters.store.spi;

/**
 * An open store outside this process, which any number of nodes may share. A write that was acknowledged is as durable as the
 * server makes one.
 *
 * @param address kind, host, port and name of the store, for log lines; no password
 */
public record DurableStore(
        UserStore users, VaultMetadata metadata, StoreTime time, StoreConnection connection, String address)
        implements AutoCloseable {

    @Override
    public void close() {
        connection.close();
    }
}
