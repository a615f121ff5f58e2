package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** In-memory sign-outs, which a test can make unavailable. Thread-safe. */
public final class FakeSignOuts implements SignOuts {

    /** How often the last sign-out was read. */
    public final AtomicInteger reads = new AtomicInteger();

    private final Map<UserId, Instant> last = new ConcurrentHashMap<>();
    private volatile boolean unavailable;
    private volatile Optional<Runnable> afterNextRead = Optional.empty();

    void clear() {
        last.clear();
        unavailable = false;
        afterNextRead = Optional.empty();
    }

    public void breakDown() {
        unavailable = true;
    }

    public void recover() {
        unavailable = false;
    }

    public void signOut(String user, Instant at) {
        last.put(new UserId(user), at);
    }

    /** The next read finds no sign-out, and then the user signs out. */
    public void signOutAfterNextRead(String user, Instant at) {
        afterNextRead = Optional.of(() -> signOut(user, at));
    }

    @Override
    public Optional<Instant> lastOf(UserId user) {
        requireAvailable();
        reads.incrementAndGet();
        Optional<Instant> found = Optional.ofNullable(last.get(user));
        Optional<Runnable> after = afterNextRead;
        afterNextRead = Optional.empty();
        after.ifPresent(Runnable::run);
        return found;
    }

    @Override
    public void signOut(UserId user, AuditedAction action) {
        requireAvailable();
        last.put(user, action.at());
    }

    @Override
    public void removeForgotten() {
        throw new UnsupportedOperationException("no route does this");
    }

    private void requireAvailable() {
        if (unavailable) {
            throw new StoreUnavailable("the test says so");
        }
    }
}
