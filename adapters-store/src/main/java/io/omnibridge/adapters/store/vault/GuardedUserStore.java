package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.LeaseStore;
import io.omnibridge.adapters.store.spi.SignOutStore;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.adapters.store.spi.UserScan;
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

/** A store behind a gate: every read and write passes it first, except {@link #check} and {@link #close}. Thread-safe. */
public record GuardedUserStore(UserStore store, VaultGate gate) implements UserStore {

    private UserStore passed() {
        gate.pass();
        return store;
    }

    @Override
    public <T> T inSession(UserId user, Function<Session, T> work) {
        return passed().inSession(user, work);
    }

    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        return passed().find(key);
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return passed().findMetadata(key);
    }

    @Override
    public AccountPage list(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        return passed().list(owner, provider, after, limit);
    }

    @Override
    public List<AccountKey> keys(UserId owner) {
        return passed().keys(owner);
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return passed().findAttempt(owner, id);
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return passed().findAttempt(oauthState);
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return passed().pendingRevocations(user);
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        return passed().auditPage(user, before, limit);
    }

    @Override
    public StoredChainHead head(UserId user) {
        return passed().head(user);
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return passed().after(user, position, limit);
    }

    @Override
    public List<RefusalCount> refusals(UserId user) {
        return passed().refusals(user);
    }

    @Override
    public boolean update(AccountUpdate update) {
        return passed().update(update);
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return passed().replace(former, next);
    }

    @Override
    public ErasedUser erase(UserId user) {
        return passed().erase(user);
    }

    @Override
    public void load(UserChunk chunk) {
        passed().load(chunk);
    }

    @Override
    public UseStore uses() {
        return new GuardedUseStore(store.uses(), gate);
    }

    @Override
    public LeaseStore leases() {
        return new GuardedLeaseStore(store.leases(), gate);
    }

    @Override
    public SignOutStore signOuts() {
        return new GuardedSignOutStore(store.signOuts(), gate);
    }

    @Override
    public UserScan scan() {
        return passed().scan();
    }

    @Override
    public void check() {
        store.check();
    }

    @Override
    public void close() {
        store.close();
    }
}
