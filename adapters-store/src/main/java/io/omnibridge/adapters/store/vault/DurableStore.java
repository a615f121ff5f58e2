package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedAuditLog;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.TokenStore;

/**
 * A store outside this process, open, and the ports to it. What was acknowledged is as durable as the server makes a write.
 * Any number of nodes may share one. Thread-safe.
 */
public interface DurableStore extends AutoCloseable {

    /**
     * The accounts.
     *
     * @param chain what the event of every write is appended with; all nodes must have the same key and issuer
     */
    TokenStore tokenStore(AuditChain chain);

    /**
     * The records.
     *
     * @param chain as for {@link #tokenStore}
     */
    AuditLog auditLog(AuditChain chain);

    /**
     * The attempts to connect accounts.
     *
     * @param chain as for {@link #tokenStore}
     */
    ConnectAttempts connectAttempts(AuditChain chain);

    /**
     * The obligations to give grants back.
     *
     * @param chain as for {@link #tokenStore}
     */
    PendingRevocations pendingRevocations(AuditChain chain);

    /** Everybody's accounts, for maintenance. */
    AccountScan scan();

    /** What each user owes, for copying it. */
    RevocationsByUser owed();

    /** The records with their MACs, for checking them. */
    ChainedAuditLog records();

    /** For users that come from another store, while no node serves this one. */
    UserImport userImport();

    /** What the store remembers about the whole vault. */
    VaultMetadata metadata();

    /** Whether the store answers. */
    StoreHealth health();

    /** Lets go of all connections. */
    @Override
    void close();
}
