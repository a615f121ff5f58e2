package io.omnibridge.adapters.store.copy;

/** Hears how far a copy has come, user by user. Its methods are called by several threads at once. */
public interface CopyProgress {

    /** What is being done. */
    enum Step {
        /** Users that the target lacks, or has otherwise, are copied. */
        COPYING,
        /** Users that the source does not have any more are removed from the target. */
        REMOVING,
        /** Both stores are read and compared. */
        VERIFYING
    }

    /** One more user is done with. */
    void done(Step step);
}
