package io.omnibridge.bootstrap.e2e;

/** What somebody can do to a user's record who writes the store and has no key. Positions count from 1. */
interface Tampering {

    void change(int position);

    void swap(int first, int second);

    void remove(int position);

    /** Removes what follows {@code position}, and puts the head back to it. */
    void cutBehind(int position);

    void removeHead();
}
