package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LastUses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Use of the data of several accounts. A {@link UseWrite} sets {@code dataUsedAt} of those of them that the user has, unless it is
 * later. Only this and a load set it: a replaced account keeps it. Neither the version of an account nor the counter of unrecorded
 * changes changes, so no refresh fails by it.
 *
 * @param accounts at least one, all of the user
 * @param minute when they were used, truncated to the minute
 */
public record DataUse(List<AccountKey> accounts, Instant minute) {

    public DataUse {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("no account");
        }
        minute = minute.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Returns whether the use changes the account: all but the first of a minute do not. */
    boolean changes(AccountMetadata stored) {
        return stored.dataUsedAt().filter(at -> !at.isBefore(minute)).isEmpty();
    }

    /** Returns the account after the use. */
    AccountMetadata applyTo(AccountMetadata stored) {
        LastUses used = new LastUses(stored.usedAt(), stored.seenAt(), Optional.of(minute));
        return stored.withUses(stored.uses().mergedWith(used));
    }
}
