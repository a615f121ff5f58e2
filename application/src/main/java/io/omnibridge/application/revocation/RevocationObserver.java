package io.omnibridge.application.revocation;

/** Is told how it goes while many grants are given back. */
@FunctionalInterface
public interface RevocationObserver {

    /** So many accounts were met so far, and so many of them given back. */
    void met(long accounts, long givenBack);
}
