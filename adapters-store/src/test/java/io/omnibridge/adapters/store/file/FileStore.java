package io.omnibridge.adapters.store.file;

import io.omnibridge.adapters.store.scan.UserRowsScan;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.adapters.store.spi.UserRowsStore;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Store of a directory with a file for each user: it shows how little a new kind of store has to implement. Thread-safe. */
final class FileStore extends UserRowsStore {

    private final FileMap users;

    private FileStore(FileMap users) {
        super(Clock.systemUTC(), Integer.MAX_VALUE);
        this.users = users;
    }

    static DurableStore open(Path directory) throws IOException {
        Path users = Files.createDirectories(directory.resolve("users"));
        Path metadata = Files.createDirectories(directory.resolve("metadata"));
        FileMap files = new FileMap(users, users);
        return new DurableStore(
                new FileStore(files),
                new FileMap(metadata, users),
                () -> Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS),
                files::names,
                "files in " + directory);
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return ids().flatMap(user -> read(user).stream())
                .flatMap(rows -> rows.attempts().values().stream())
                .filter(attempt -> attempt.oauthState().equals(oauthState))
                .findFirst();
    }

    @Override
    protected UserRows removeRows(UserId user) {
        synchronized (FileMap.LOCK) {
            UserRows erased = read(user).orElse(UserRows.EMPTY);
            users.put(user.value(), Optional.empty());
            return erased;
        }
    }

    @Override
    public UserScan scan() {
        return new UserRowsScan(this::ids, this::read);
    }

    @Override
    protected Optional<UserRows> read(UserId user) {
        return users.find(user.value()).map(bytes -> RowsFile.parse(user, bytes));
    }

    @Override
    protected boolean change(UserId user, Function<UserRows, Optional<UserRows>> change) {
        synchronized (FileMap.LOCK) {
            Optional<UserRows> changed = change.apply(read(user).orElse(UserRows.EMPTY));
            changed.ifPresent(rows -> users.put(user.value(), Optional.of(RowsFile.of(rows))));
            return changed.isPresent();
        }
    }

    private Stream<UserId> ids() {
        return users.names().stream().map(UserId::new);
    }
}
