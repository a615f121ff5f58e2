package io.omnibridge.adapters.store.vault;

/**
 * The store cannot be used, and waiting would not help. The message is one sentence that tells the operator what to do, and repeats no value
 * of a setting. It has no cause, because a driver's message may repeat such a value.
 */
public final class StoreCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreCannotStart(String message) {
        super(message);
    }
}
