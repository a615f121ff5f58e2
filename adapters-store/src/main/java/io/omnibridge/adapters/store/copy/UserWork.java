package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs work for the users of a store, for several at once, and never for one user twice at once. */
final class UserWork implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int USERS_A_PAGE = 200;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    /**
     * Runs {@code work} for every user that a scan returns, twice for a user that it returns twice. An exception of {@code work} ends it.
     *
     * @return how many user ids cannot be read
     */
    long onEach(UserStore store, Consumer<UserId> work) {
        long unreadable = 0;
        Optional<ScanCursor> next = Optional.of(ScanCursor.START);
        while (next.isPresent()) {
            ScanPage<UserId> page = store.scan().users(next.get(), USERS_A_PAGE);
            await(page.items().stream().distinct().map(user -> () -> work.accept(user)));
            unreadable += page.unreadable();
            next = page.next();
        }
        return unreadable;
    }

    private void await(Stream<Runnable> works) {
        List<Callable<Object>> all = works.map(Executors::callable).toList();
        try {
            for (Future<Object> done : threads.invokeAll(all)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
