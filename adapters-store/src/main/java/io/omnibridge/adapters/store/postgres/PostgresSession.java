package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.audit.AuditEvent;

/** Steps of one user over one connection. */
record PostgresSession(DatabaseSession database) implements UserSession {

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return database.run(SnapshotQuery.of(scope));
    }

    @Override
    public boolean apply(UserWrite write) {
        return database.run(new WriteStatement(write));
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        database.run(RefusalQueries.count(refused));
    }
}
