package io.omnibridge.adapters.store.redis.client;

/** A value in Redis has another type or form than OmniBridge writes. It has no cause: a cause may repeat the value. */
public final class UnreadableValue extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnreadableValue() {
        super("a value in Redis does not have the form that OmniBridge writes");
    }
}
