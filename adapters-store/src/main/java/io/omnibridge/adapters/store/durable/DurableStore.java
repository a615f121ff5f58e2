package io.omnibridge.adapters.store.durable;

import io.omnibridge.adapters.store.facts.VaultFacts;
import io.omnibridge.adapters.store.record.ChainedRecords;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.Obligations;
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
    TokenStore tokenStore(RecordChain chain);

    /**
     * The records.
     *
     * @param chain as for {@link #tokenStore}
     */
    AuditTrail auditTrail(RecordChain chain);

    /**
     * The attempts to connect accounts.
     *
     * @param chain as for {@link #tokenStore}
     */
    ConnectAttempts connectAttempts(RecordChain chain);

    /**
     * The obligations to give grants back.
     *
     * @param chain as for {@link #tokenStore}
     */
    Obligations obligations(RecordChain chain);

    /** Everybody's accounts, for maintenance. */
    AccountSweep sweep();

    /** What each user owes, for copying it. */
    OwedByUser owed();

    /** The records with their MACs, for checking them. */
    ChainedRecords records();

    /** For users that come from another store, while no node serves this one. */
    UserImport userImport();

    /** What the store remembers about the whole vault. */
    VaultFacts facts();

    /** Whether the store answers. */
    StoreHealth health();

    /** Lets go of all connections. */
    @Override
    void close();
}
