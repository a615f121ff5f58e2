package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.adapters.store.vault.DurableStore;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store that takes some writes and no more: the next one, and every one after it, fails.
 *
 * @param lost whether the first write that fails is not carried out; else only its answer is lost
 */
record Interrupted(DurableStore store, AtomicInteger writesLeft, boolean lost) {

    private static final Map<String, Class<?>> WRITERS =
            Map.of("sweep", AccountScan.class, "userImport", UserImport.class, "facts", VaultMetadata.class);
    private static final Set<String> WRITES =
            Set.of("erase", "begin", "addAccounts", "addObligations", "addEvents", "putIfAbsent", "replace", "remove");

    static DurableStore after(int writes, boolean lost, DurableStore store) {
        Interrupted interrupted = new Interrupted(store, new AtomicInteger(writes), lost);
        return proxy(
                DurableStore.class,
                (name, call) -> {
                    Object port = call.make();
                    return WRITERS.containsKey(name) ? interrupted.port(WRITERS.get(name), port) : port;
                },
                store);
    }

    private <T> T port(Class<T> type, Object port) {
        return proxy(type, (name, call) -> WRITES.contains(name) ? write(call) : call.make(), port);
    }

    private synchronized Object write(Call call) throws Throwable {
        int left = writesLeft.getAndDecrement();
        if (left > 0) {
            return call.make();
        }
        if (left == 0 && !lost) {
            call.make();
        }
        throw new StoreUnavailable("interrupted");
    }

    private interface Call {
        Object make() throws Throwable;
    }

    private interface Interception {
        Object of(String name, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Interception interception, Object original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> interception.of(method.getName(), () -> {
                    try {
                        return method.invoke(original, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
