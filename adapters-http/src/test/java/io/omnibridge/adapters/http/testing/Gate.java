package io.omnibridge.adapters.http.testing;

import java.util.concurrent.CountDownLatch;

/** Holds up everybody who comes until it is opened. Thread-safe. */
public final class Gate {

    private final CountDownLatch expected;
    private final CountDownLatch opened = new CountDownLatch(1);

    /** @param expected how many have to come before {@link #awaitExpected} returns */
    public Gate(int expected) {
        this.expected = new CountDownLatch(expected);
    }

    /** Comes to it, and waits until it is open. */
    public void pass() {
        expected.countDown();
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void awaitExpected() throws InterruptedException {
        expected.await();
    }

    public void open() {
        opened.countDown();
    }
}
