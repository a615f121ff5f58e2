package io.omnibridge.bootstrap.command;

/** Numbers of things, in words. */
final class Counted {

    private Counted() {}

    /** @param noun the word for one thing, whose plural ends in s */
    static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Returns the number, and {@code one} behind 1, or else {@code others}. */
    static String of(long number, String one, String others) {
        return number + " " + (number == 1 ? one : others);
    }

    /** Returns a number of things that are either accounts or leases. */
    static String accountsOrLeases(long number) {
        return of(number, "account or lease", "accounts and leases");
    }
}
