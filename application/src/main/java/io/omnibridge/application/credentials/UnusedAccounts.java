package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Unused accounts that one scan found, and how many accounts it saw. Not thread-safe. */
final class UnusedAccounts {

    /** How many accounts a run may remove however few there are. */
    static final int ALWAYS_REMOVABLE = 10;

    private static final int REMOVABLE_PART = 10;

    /** Bounds the memory of a run. Later runs find the rest again. */
    private static final int MAX_KEPT = 10_000;

    private final Set<AccountKey> kept = new LinkedHashSet<>();
    private long scanned;
    private long notKept;

    void sawAccount() {
        scanned++;
    }

    void add(AccountKey unused) {
        if (kept.size() < MAX_KEPT) {
            kept.add(unused);
        } else {
            notKept++;
        }
    }

    /** Returns how many were found; an account that the scan returned twice may count twice. */
    long size() {
        return kept.size() + notKept;
    }

    /** Returns how many accounts a run may remove without an operator's word: a tenth of all that the scan saw. */
    long removable() {
        return Math.max(ALWAYS_REMOVABLE, scanned / REMOVABLE_PART);
    }

    boolean areAllKept() {
        return notKept == 0;
    }

    /** Returns the first ones that were found. */
    Collection<AccountKey> kept() {
        return Collections.unmodifiableSet(kept);
    }
}
