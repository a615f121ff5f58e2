package io.omnibridge.application.maintenance;

import java.util.Map;

/**
 * Numbers of accounts, pending revocations and leases by the key that they need. A store whose scan returns a row twice
 * counts it twice: zero is exact, other numbers are upper bounds.
 *
 * @param accounts by key id, whether that key is in the keyset or not; a pending revocation counts like an account
 * @param leases those that have not expired by key id, as far as the store needs the key: their tokens may need another
 * @param unreadable how many do not name the key that they need
 */
public record KeyUse(Map<Long, Long> accounts, Map<Long, Long> leases, long unreadable) {
    public KeyUse {
        accounts = Map.copyOf(accounts);
        leases = Map.copyOf(leases);
    }

    /** Returns how many need the key {@code id}, leases among them. */
    public long of(long id) {
        return accounts.getOrDefault(id, 0L) + leases.getOrDefault(id, 0L);
    }

    /** Returns how many need another key than {@code id} until they are resealed, or do not name theirs. */
    public long ofOthersThan(long id) {
        return sum(accounts) + sum(leases) - of(id) + unreadable;
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
