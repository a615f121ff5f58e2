package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.spi.RowUpdate;
import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserSession;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Users in PostgreSQL: every method is one statement, and so one round trip, but for a session. Thread-safe. */
final class PostgresUserStore implements UserStore {

    private final Database database;
    private final PostgresScan scan;
    private final PostgresUses uses;

    PostgresUserStore(Database database) {
        this.database = database;
        this.scan = new PostgresScan(database);
        this.uses = new PostgresUses(database);
    }

    @Override
    public <T> T inSession(UserId user, Function<UserSession, T> work) {
        return database.inTurnOf(user, session -> work.apply(new PostgresSession(session)));
    }

    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        return first(AccountQueries.find(key));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return first(AccountQueries.findMetadata(key));
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return database.call(ListQueries.page(owner, provider, after, limit));
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return database.call(ListQueries.keys(owner));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return first(AttemptQueries.find(owner, id));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return first(AttemptQueries.findByState(oauthState));
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return database.call(RevocationQueries.of(user));
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        return database.call(AuditLogQueries.page(user, before, limit));
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return database.call(AuditLogQueries.oldestFirst(user, position, limit));
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return database.call(RefusalQueries.of(user));
    }

    @Override
    public boolean update(RowUpdate update) {
        return database.inTurnOf(update.owner(), session -> session.run(UpdateQueries.of(update)));
    }

    @Override
    public Optional<SignOut> lastSignOut(UserId user) {
        return first(SignOutQueries.find(user));
    }

    @Override
    public void removeForgottenSignOuts() {
        database.call(SignOutQueries.removeForgotten());
    }

    /** A write that comes between is a reason to try again, until the deadline. */
    @Override
    public ErasedUser erase(UserId user) {
        return database.inSession(session -> {
            Optional<ErasedUser> erased = Optional.empty();
            while (erased.isEmpty()) {
                erased = session.run(EraseQueries.of(user)).stream().findFirst();
            }
            return erased.get();
        });
    }

    @Override
    public void load(UserChunk chunk) {
        database.call(LoadQueries.of(chunk));
    }

    @Override
    public UseStore uses() {
        return uses;
    }

    @Override
    public UserScan scan() {
        return scan;
    }

    private <T> Optional<T> first(Query<T> query) {
        return database.call(query).stream().findFirst();
    }
}
