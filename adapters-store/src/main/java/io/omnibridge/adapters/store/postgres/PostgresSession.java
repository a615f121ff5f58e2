package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.domain.audit.AuditEvent;

/** Steps of one user over one connection. */
record PostgresSession(DatabaseSession statements) implements UserSession {

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return statements.run(SnapshotQuery.of(scope));
    }

    @Override
    public boolean apply(UserWrite write) {
        return statements.run(new WriteStatement(write));
    }

    @Override
    public void countRefusal(AuditEvent refused) {
        statements.run(RefusalQueries.count(refused));
    }
}
