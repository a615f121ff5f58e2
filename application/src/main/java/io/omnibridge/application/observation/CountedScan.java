package io.omnibridge.application.observation;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Scan that counts the accounts and pending revocations that it returns, whatever the scan is made for. What it tells is as old as the
 * last complete pass. Thread-safe.
 */
public final class CountedScan implements AccountScan {

    private final AccountScan scan;
    private final Clock clock;
    private final ScanCounter<Account, Kind> accounts = new ScanCounter<>(this::kind);
    private final ScanCounter<PendingRevocation, ProviderId> revocations =
            new ScanCounter<>(revocation -> revocation.account().provider());

    public CountedScan(AccountScan scan, Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.clock = Objects.requireNonNull(clock);
    }

    private record Kind(ProviderId provider, AccountStatus status) {}

    private Kind kind(Account account) {
        return new Kind(account.key().provider(), account.metadata().statusAt(clock.instant()));
    }

    /** Returns how many accounts with that status are at such providers; empty before the first pass. */
    public OptionalLong accounts(Predicate<ProviderId> provider, AccountStatus status) {
        return sum(accounts, kind -> kind.status() == status && provider.test(kind.provider()));
    }

    /** Returns how many revocations at such providers are pending; empty before the first pass. */
    public OptionalLong pendingRevocations(Predicate<ProviderId> provider) {
        return sum(revocations, provider);
    }

    /** Returns how old the count of accounts is; empty before the first pass. */
    public Optional<Duration> ageOfAccounts() {
        return age(accounts);
    }

    /** Returns how old the count of pending revocations is; empty before the first pass. */
    public Optional<Duration> ageOfPendingRevocations() {
        return age(revocations);
    }

    private static <K> OptionalLong sum(ScanCounter<?, K> counter, Predicate<K> counts) {
        return counter.last()
                .map(counted -> OptionalLong.of(counted.counts().entrySet().stream()
                        .filter(entry -> counts.test(entry.getKey()))
                        .mapToLong(entry -> entry.getValue())
                        .sum()))
                .orElse(OptionalLong.empty());
    }

    private Optional<Duration> age(ScanCounter<?, ?> counter) {
        Instant now = clock.instant();
        return counter.last().map(counted -> Duration.between(counted.at(), now));
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        ScanPage<Account> page = scan.accounts(after, limit);
        accounts.count(after, page, clock.instant());
        return page;
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        ScanPage<PendingRevocation> page = scan.pendingRevocations(after, limit);
        revocations.count(after, page, clock.instant());
        return page;
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        return scan.users(after, limit);
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        return scan.reseal(scanned, resealed);
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        return scan.reseal(scanned, resealed);
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return scan.leases(after, limit);
    }

    @Override
    public boolean reseal(StoredLease scanned, SealedLease resealed) {
        return scan.reseal(scanned, resealed);
    }

    @Override
    public ErasedUser erase(UserId user) {
        return scan.erase(user);
    }
}
