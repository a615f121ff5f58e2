package io.omnibridge.bootstrap.e2e;

/** Changes that an attacker with write access to the store, but without a key, can make to an audit log. Positions start at 1. */
interface Tampering {

    void change(int position);

    void swap(int first, int second);

    void remove(int position);

    /** Removes the events after {@code position}, and rewrites the head accordingly. */
    void truncateAfter(int position);

    void removeHead();
}
