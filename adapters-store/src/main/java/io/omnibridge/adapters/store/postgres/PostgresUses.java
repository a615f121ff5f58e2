package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.adapters.store.spi.UsePruning;
import io.omnibridge.adapters.store.spi.UseSession;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Leases and logs of uses in PostgreSQL: every method is one statement, but for a session. Thread-safe. */
record PostgresUses(Database database, Optional<SharedUseStore> shared) implements UseStore {

    PostgresUses(Database database) {
        this(database, Optional.of(new PostgresSharedUses(database)));
    }

    @Override
    public Duration deadline() {
        return database.deadline();
    }

    /** It does not wait for changes of the user: they lock other rows. */
    @Override
    public <T> T inSession(UserId user, Function<UseSession, T> work) {
        return database.inSession(session -> work.apply(new PostgresUseSession(user, session)));
    }

    @Override
    public ChainedUsePage page(UserId user, long before, int limit) {
        return database.call(UseQueries.page(user, before, limit));
    }

    @Override
    public boolean prune(UsePruning pruning) {
        return database.call(UsePruningQueries.of(pruning));
    }

    @Override
    public List<ChainedUse> after(UserId user, long position, int limit) {
        return database.call(UseQueries.oldestFirst(user, position, limit));
    }

    @Override
    public Optional<UseBase> base(UserId user) {
        return first(UseQueries.base(user));
    }

    @Override
    public Optional<StoredLease> findLease(UserId owner, LeaseId id) {
        return first(LeaseQueries.find(owner, id));
    }

    @Override
    public List<StoredLease> leases(UserId owner) {
        return database.call(LeaseQueries.of(owner));
    }

    private <T> Optional<T> first(Query<T> query) {
        return database.call(query).stream().findFirst();
    }
}
