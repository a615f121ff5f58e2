package io.omnibridge.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes ports fail on demand with a fault of the test's choice. Thread-safe. */
final class Faults {

    private volatile @Nullable Throwable next;

    /** Returns a port that throws the current fault, if there is one, and otherwise calls {@code real}. */
    <T> T before(Class<T> port, T real) {
        Object failing =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (next != null) {
                        throw next;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return port.cast(failing);
    }

    /** Runs {@code action} while every port throws {@code fault}, and returns its result. */
    <T> T during(Throwable fault, Supplier<T> action) {
        next = fault;
        try {
            return action.get();
        } finally {
            next = null;
        }
    }
}
