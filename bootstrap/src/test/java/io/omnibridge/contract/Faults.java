package io.omnibridge.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets ports fail on demand, with whatever a test chooses. Thread-safe. */
final class Faults {

    private volatile @Nullable Throwable next;

    /** The same port, which throws the fault instead of answering while there is one. */
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

    /** What {@code action} gives while every port throws {@code fault}. */
    <T> T during(Throwable fault, Supplier<T> action) {
        next = fault;
        try {
            return action.get();
        } finally {
            next = null;
        }
    }
}
