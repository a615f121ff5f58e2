package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.UserStore;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a store take some writes and no more: the next one, and every one after it, fails.
 *
 * @param lost whether the first write that fails is not carried out; else only its response is lost
 */
record Interrupted(AtomicInteger writesLeft, boolean lost) {

    private static final Set<String> WRITES = Set.of("erase", "load", "putIfAbsent", "replace", "remove");

    static DurableStore after(int writes, boolean lost, DurableStore store) {
        Interrupted interrupted = new Interrupted(new AtomicInteger(writes), lost);
        return new DurableStore(
                interrupted.proxy(UserStore.class, store.users()),
                interrupted.proxy(VaultMetadata.class, store.metadata()),
                store.time(),
                store.connection(),
                store.address());
    }

    private <T> T proxy(Class<T> type, T original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Call call = () -> {
                        try {
                            return method.invoke(original, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    };
                    return WRITES.contains(method.getName()) ? write(call) : call.make();
                }));
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
}
