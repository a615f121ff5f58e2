package io.omnibridge.adapters.store.decision;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import java.time.Instant;
import java.util.Optional;

/**
 * What a write is decided on: what its user had at one moment, and the account that it is about.
 *
 * @param accounts how many the user has
 * @param account empty when the user has none of that key
 */
public record Holding(long accounts, RecordHead head, Optional<Linked> account) {

    /** An account as far as a write needs to know it. */
    public record Linked(AccountVersion version, LinkedBy linkedBy, Instant linkedAt) {}

    boolean hasAt(AccountVersion version) {
        return account.filter(linked -> linked.version().equals(version)).isPresent();
    }
}
