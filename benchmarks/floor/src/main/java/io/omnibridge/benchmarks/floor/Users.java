package io.omnibridge.benchmarks.floor;

import java.util.concurrent.atomic.AtomicInteger;

/** The made-up users whose rows are read and written in turn, so that no request waits for another's row. */
final class Users {

    static final int COUNT = 1_000;

    private final AtomicInteger next = new AtomicInteger();

    String next() {
        return name(Math.floorMod(next.getAndIncrement(), COUNT));
    }

    static String name(int number) {
        return "user-" + number;
    }
}
