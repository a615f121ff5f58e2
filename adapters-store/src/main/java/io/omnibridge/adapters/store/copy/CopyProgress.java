package io.omnibridge.adapters.store.copy;

/** Listener to the progress of a copy, user by user. Several threads call it at once. */
public interface CopyProgress {

    /** Called after each user. */
    void done(CopyStep step);
}
