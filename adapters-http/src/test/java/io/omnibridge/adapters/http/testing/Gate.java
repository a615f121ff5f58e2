package io.omnibridge.adapters.http.testing;

import java.util.concurrent.CountDownLatch;

/** Gate that blocks every thread until it is opened. Thread-safe. */
public final class Gate {

    private final CountDownLatch expected;
    private final CountDownLatch opened = new CountDownLatch(1);

    /** @param expected the number of blocked threads for which {@link #awaitExpected} waits */
    public Gate(int expected) {
        this.expected = new CountDownLatch(expected);
    }

    /** Blocks until the gate is open. */
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
