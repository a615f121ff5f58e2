package io.omnibridge.adapters.store.fault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Asserts what a store guarantees while its server is unavailable, and afterwards. */
public final class Outage {

    /** Far more than the default deadline of a store, since build machines are busy. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final TokenStore store;
    private final AuditLog auditLog;
    private final StoreHealth health;
    private final Account account = account(key(ALICE, GOOGLE, "work"));

    /** Links an account while the server works. */
    public Outage(DurableStore durable, AuditChain chain) {
        VaultPorts ports = VaultPorts.over(durable.users(), chain);
        this.store = ports.accounts();
        this.auditLog = ports.auditLog();
        this.health = durable.connection();
        untilAvailable(() -> store.link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key())));
    }

    /** Runs all operations at once, since each takes until its deadline. None may return a result, such as an empty list. */
    public void everyOperationIsUnavailable() throws Exception {
        List<Executable> operations = List.of(
                () -> store.find(account.key()),
                () -> store.findMetadata(account.key()),
                () -> Listing.all(store, ALICE),
                () -> Listing.all(store, ALICE, GOOGLE),
                () -> store.unlink(account.metadata(), Optional.empty(), action(ActionKind.UNLINK, account.key())),
                () -> store.findWithStoreTime(account.key()),
                () -> store.updateRefreshState(
                        account.key(), account.version(), RefreshState.READY, RefreshState.READY),
                () -> auditLog.list(ALICE, AuditPage.FROM_NEWEST, 1),
                health::check);
        ExecutorService threads = Executors.newFixedThreadPool(operations.size());
        try {
            List<Future<StoreUnavailable>> running = new ArrayList<>();
            operations.forEach(operation -> running.add(threads.submit(() -> isUnavailable(operation))));
            for (Future<StoreUnavailable> one : running) {
                assertEquals(Optional.empty(), Optional.ofNullable(one.get().getCause()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asserts that the store is unavailable while {@code fault} lasts, and works again after it. */
    public void isSurvived(FaultProxy proxy, FaultProxy.Fault fault) throws Exception {
        proxy.inject(fault);
        everyOperationIsUnavailable();
        everyOperationIsUnavailable();
        proxy.inject(FaultProxy.Fault.NONE);
        recoversByItself();
    }

    /** Waits until the store works again without help. It has lost nothing. */
    public void recoversByItself() {
        assertTimeoutPreemptively(RECOVERY, () -> awaitHealthy(health));
        assertEquals(Optional.of(account), untilAvailable(() -> store.find(account.key())));
        assertEquals(List.of(account.metadata()), untilAvailable(() -> Listing.all(store, ALICE)));
    }

    /** Returns the number of threads whose name has one of {@code parts} in it. */
    public static long threadsNamed(String... parts) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> Stream.of(parts).anyMatch(name::contains))
                .count();
    }

    /** Repeats a call that a busy machine cannot complete within the deadline of a store. */
    static <T> T untilAvailable(Supplier<T> call) {
        Instant end = Instant.now().plus(RECOVERY);
        while (true) {
            try {
                return call.get();
            } catch (StoreUnavailable e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }

    static void awaitHealthy(StoreHealth health) {
        boolean healthy = false;
        while (!healthy) {
            try {
                health.check();
                healthy = true;
            } catch (StoreUnavailable e) {
                healthy = false;
            }
        }
    }

    /** Asserts that no more than {@code max} threads of the store remain. Those that close connections end a moment later. */
    public static void assertThreadsEnd(LongSupplier threads, long max) {
        assertTimeoutPreemptively(
                RECOVERY,
                () -> {
                    while (threads.getAsLong() > max) {
                        Thread.sleep(10);
                    }
                },
                () -> "threads of the store: " + threads.getAsLong() + ", expected at most " + max);
    }

    private static StoreUnavailable isUnavailable(Executable operation) {
        return assertTimeoutPreemptively(LIMIT, () -> assertThrows(StoreUnavailable.class, operation));
    }
}
