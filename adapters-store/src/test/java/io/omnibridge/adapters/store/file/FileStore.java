package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.scan.UserRowsScan;
import io.omnibridge.adapters.store.spi.AccountUpdate;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.RowChanges;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserPart;
import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Store of a directory with a file for each user: it shows how little a new kind of store has to implement. Thread-safe. */
record FileStore(FileMap users) implements UserStore, UserStore.Session {

    static DurableStore open(Path directory) throws IOException {
        Path users = Files.createDirectories(directory.resolve("users"));
        Path metadata = Files.createDirectories(directory.resolve("metadata"));
        return new DurableStore(new FileStore(new FileMap(users, users)), new FileMap(metadata, users));
    }

    @Override
    public <T> T inSession(Function<Session, T> work) {
        return work.apply(this);
    }

    @Override
    public UserSnapshot snapshot(SnapshotScope scope) {
        return rows(scope.user()).snapshot(scope);
    }

    @Override
    public boolean apply(UserWrite write) {
        return change(write.user(), rows -> RowChanges.apply(write, rows));
    }

    @Override
    public Optional<TimedAccount> find(AccountKey key) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Optional.ofNullable(rows(key.owner()).accounts().get(key))
                .map(account -> new TimedAccount(account, now));
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return find(key).map(timed -> timed.account().metadata());
    }

    @Override
    public List<AccountMetadata> list(UserId owner, Optional<ProviderId> provider) {
        return rows(owner).list(provider);
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(UserId owner, AttemptId id) {
        return Optional.ofNullable(rows(owner).attempts().get(id));
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return users.names().stream()
                .flatMap(user -> rows(new UserId(user)).attempts().values().stream())
                .filter(attempt -> attempt.oauthState().equals(oauthState))
                .findFirst();
    }

    @Override
    public List<PendingRevocation> pendingRevocations(UserId user) {
        return List.copyOf(rows(user).pendingRevocations().values());
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        UserRows rows = rows(user);
        return new ChainedPage(rows.head().toChainHead(), rows.newestEvents(before, limit));
    }

    @Override
    public List<ChainedEvent> after(UserId user, long position, int limit) {
        return rows(user).eventsAfter(position, limit);
    }

    @Override
    public boolean update(AccountUpdate update) {
        return change(
                update.key().owner(),
                rows -> RowChanges.apply(update, rows)
                        .map(changed -> changed.withUnrecordedChanges(rows.unrecordedChanges() + 1)));
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return change(former.account().owner(), rows -> RowChanges.replace(former, next, rows));
    }

    @Override
    public ErasedUser erase(UserId user) {
        synchronized (FileMap.LOCK) {
            ErasedUser erased = rows(user).erased();
            users.put(user.value(), Optional.empty());
            return erased;
        }
    }

    @Override
    public void load(UserPart part) {
        change(part.user(), rows -> Optional.of(RowChanges.load(part, rows)));
    }

    @Override
    public UserScan scan() {
        return new UserRowsScan(() -> users.names().stream().map(UserId::new), this::read);
    }

    @Override
    public void check() {
        users.names();
    }

    @Override
    public void close() {
        // No file is open between two calls.
    }

    private UserRows rows(UserId user) {
        return read(user).orElse(UserRows.EMPTY);
    }

    private Optional<UserRows> read(UserId user) {
        return users.find(user.value()).map(bytes -> RowsFile.parse(user, bytes));
    }

    private boolean change(UserId user, Function<UserRows, Optional<UserRows>> change) {
        synchronized (FileMap.LOCK) {
            Optional<UserRows> changed = change.apply(rows(user));
            changed.ifPresent(rows -> users.put(user.value(), Optional.of(RowsFile.of(rows))));
            return changed.isPresent();
        }
    }
}
