package io.omnibridge.bootstrap.config;

/** Where accounts are kept. */
public enum StoreKind {
    /** In the heap of this process. */
    MEMORY
}
