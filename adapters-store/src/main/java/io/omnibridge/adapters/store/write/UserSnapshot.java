package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a write is decided on: what its user had at one moment, as far as its {@link SnapshotScope} goes.
 *
 * @param accounts how many the user has
 * @param moves how many unrecorded changes of accounts there were: with the head, what tells whether anything changed since
 * @param account empty when the user has none of that key
 * @param attempt the revision that the attempt is at; empty when there is none
 * @param pending how many attempts are pending
 * @param recent how many attempts have begun within the last hour, whatever became of them
 * @param owed whether the obligation is there
 */
public record UserSnapshot(
        long accounts,
        StoredChainHead head,
        long moves,
        Optional<Linked> account,
        OptionalLong attempt,
        long pending,
        long recent,
        boolean owed) {

    /** What a user has of whom nothing was ever written. */
    public static final UserSnapshot NOTHING =
            new UserSnapshot(0, StoredChainHead.NONE, 0, Optional.empty(), OptionalLong.empty(), 0, 0, false);

    /** An account as far as a write needs to know it. */
    public record Linked(
            AccountVersion version, LinkedBy linkedBy, Instant linkedAt, RefreshState refresh, Instant usedAt) {

        public static Linked of(AccountMetadata account) {
            return new Linked(
                    account.version(), account.linkedBy(), account.linkedAt(), account.refresh(), account.usedAt());
        }

        /** To the millisecond, as every time is kept. */
        boolean is(AccountVersion expected, RefreshState state) {
            return version.equals(expected) && RefreshStateCodec.of(refresh).equals(RefreshStateCodec.of(state));
        }
    }
}
