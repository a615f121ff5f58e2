package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SharedUseSession;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps of several users over one connection. */
record PostgresSharedUseSession(DatabaseSession database) implements SharedUseSession {

    @Override
    public Map<UserId, UseSnapshot> snapshots(Map<UserId, Set<LeaseId>> leases) {
        return database.run(UseSnapshotQuery.of(leases));
    }

    @Override
    public Set<UserId> append(List<UseWrite> writes) {
        return database.run(new UseStatement(writes, LogLocking.SKIPS));
    }
}
