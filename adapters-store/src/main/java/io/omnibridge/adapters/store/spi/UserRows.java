package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * All rows of one user as one immutable value, for a store that keeps each user as a whole. How a write changes them is
 * {@link RowChanges}.
 *
 * @param accounts in the order of a listing
 * @param events oldest first; their positions have no gap
 * @param uses leases, the log of uses, and the last sign-out
 */
public record UserRows(
        NavigableMap<AccountKey, Account> accounts,
        NavigableMap<AttemptId, ConnectAttempt> attempts,
        NavigableMap<PendingRevocationId, PendingRevocation> pendingRevocations,
        List<ChainedEvent> events,
        StoredChainHead head,
        long unrecordedChanges,
        UseRows uses) {

    /** Rows of a user of whom the store has nothing. */
    public static final UserRows EMPTY = new UserRows(
            SortedMaps.empty(Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId)),
            SortedMaps.empty(Comparator.comparing(AttemptId::value)),
            SortedMaps.empty(Comparator.comparing(PendingRevocationId::value)),
            List.of(),
            StoredChainHead.NONE,
            0,
            UseRows.EMPTY);

    public UserSnapshot snapshot(SnapshotScope scope) {
        return new UserSnapshot(
                accounts.size(),
                head,
                unrecordedChanges,
                scope.account().map(accounts::get).map(account -> LinkedAccount.of(account.metadata())),
                scope.attempt().map(attempts::get).stream()
                        .mapToLong(ConnectAttempt::revision)
                        .findFirst(),
                scope.openAt().map(this::attemptsOpenAt).orElse(0L),
                scope.recentAfter().map(this::attemptsBegunAfter).orElse(0L),
                scope.pendingRevocation().map(pendingRevocations::containsKey).orElse(false),
                scope.leases().map(uses::counts).orElse(LeaseCounts.NONE));
    }

    /** Returns a page of the accounts behind {@code after}, those at one provider if it is named. */
    public AccountPage list(Optional<ProviderId> provider, Optional<AccountKey> after, int limit) {
        NavigableMap<AccountKey, Account> following =
                after.map(key -> accounts.tailMap(key, false)).orElse(accounts);
        return AccountPage.of(
                () -> following.values().stream()
                        .map(Account::metadata)
                        .filter(account -> provider.isEmpty()
                                || provider.get().equals(account.key().provider()))
                        .iterator(),
                limit);
    }

    /** Returns the newest events at positions below {@code before}, newest first. */
    public List<ChainedEvent> newestEvents(long before, int limit) {
        int end = indexOf(before);
        List<ChainedEvent> page = new ArrayList<>(events.subList(Math.max(end - limit, 0), end));
        Collections.reverse(page);
        return page;
    }

    /** Returns the oldest events at positions above {@code position}, oldest first. */
    public List<ChainedEvent> eventsAfter(long position, int limit) {
        int begin = indexOf(position + 1);
        return List.copyOf(events.subList(begin, (int) Math.min(begin + (long) limit, events.size())));
    }

    /** Returns the position of the oldest event; 1 if there is none. */
    public long oldestPosition() {
        return events.isEmpty() ? 1 : events.get(0).position();
    }

    /** Returns what is lost when the user is erased. */
    public ErasedUser erased() {
        return new ErasedUser(accounts.size(), events.size());
    }

    UserRows withAccounts(NavigableMap<AccountKey, Account> changed) {
        return new UserRows(changed, attempts, pendingRevocations, events, head, unrecordedChanges, uses);
    }

    UserRows withAttempts(NavigableMap<AttemptId, ConnectAttempt> changed) {
        return new UserRows(accounts, changed, pendingRevocations, events, head, unrecordedChanges, uses);
    }

    UserRows withPendingRevocations(NavigableMap<PendingRevocationId, PendingRevocation> changed) {
        return new UserRows(accounts, attempts, changed, events, head, unrecordedChanges, uses);
    }

    UserRows withEvents(List<ChainedEvent> changed) {
        return new UserRows(accounts, attempts, pendingRevocations, changed, head, unrecordedChanges, uses);
    }

    UserRows withHead(StoredChainHead changed) {
        return new UserRows(accounts, attempts, pendingRevocations, events, changed, unrecordedChanges, uses);
    }

    /** Returns the rows with the counter at {@code changed}. */
    public UserRows withUnrecordedChanges(long changed) {
        return new UserRows(accounts, attempts, pendingRevocations, events, head, changed, uses);
    }

    UserRows withUses(UseRows changed) {
        return new UserRows(accounts, attempts, pendingRevocations, events, head, unrecordedChanges, changed);
    }

    /** Returns the index of the first event whose position is at least {@code position}. */
    private int indexOf(long position) {
        long known = Math.min(Math.max(position, oldestPosition()), oldestPosition() + events.size());
        return (int) (known - oldestPosition());
    }

    private long attemptsOpenAt(Instant time) {
        return attempts.values().stream()
                .filter(attempt -> attempt.openUntil().filter(time::isBefore).isPresent())
                .count();
    }

    private long attemptsBegunAfter(Instant time) {
        return attempts.values().stream()
                .filter(attempt -> attempt.begunAt().isAfter(time))
                .count();
    }
}
