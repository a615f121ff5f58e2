package io.omnibridge.adapters.store.copy;

/** Listener to the progress of a copy, user by user. Several threads call it at once. */
public interface CopyProgress {

    /** Step of a copy. */
    enum Step {
        /** Copies users that the target lacks, or has in another form. */
        COPYING,
        /** Removes users from the target that the source does not have any more. */
        REMOVING,
        /** Reads and compares both stores. */
        VERIFYING
    }

    /** Called after each user. */
    void done(Step step);
}
