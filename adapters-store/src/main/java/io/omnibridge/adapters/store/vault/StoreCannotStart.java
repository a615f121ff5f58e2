package io.omnibridge.adapters.store.vault;

/**
 * The store cannot be used, and waiting would not help. The message is one sentence for the operator that says what to do;
 * it has no value of any setting. It deliberately has no cause: a driver's message may repeat what it was given.
 */
public final class StoreCannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreCannotStart(String message) {
        super(message);
    }
}
