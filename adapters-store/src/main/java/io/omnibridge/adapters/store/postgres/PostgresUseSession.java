package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.UseSession;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Steps of one user over one connection. */
record PostgresUseSession(UserId user, DatabaseSession database) implements UseSession {

    @Override
    public UseSnapshot snapshot(Collection<LeaseId> leases) {
        return Objects.requireNonNull(database.run(UseSnapshotQuery.of(Map.of(user, Set.copyOf(leases))))
                .get(user));
    }

    @Override
    public boolean append(UseWrite write) {
        return !database.run(new UseStatement(List.of(write), LogLocking.WAITS)).isEmpty();
    }
}
