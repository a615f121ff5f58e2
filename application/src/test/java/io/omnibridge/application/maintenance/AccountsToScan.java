package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A scan over some accounts, two per page, and one unreadable row on each page. Some accounts change between scan and
 * write. All pending revocations are on one page.
 */
final class AccountsToScan implements AccountScan {

    final List<Account> accounts = new ArrayList<>();
    final List<PendingRevocation> pendingRevocations = new ArrayList<>();
    final Set<Account> changedMeanwhile = new HashSet<>();
    final List<StoredLease> leases = new ArrayList<>();
    int writes;

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        int from = after.equals(ScanCursor.START) ? 0 : Integer.parseInt(after.value());
        int to = Math.min(from + 2, accounts.size());
        Optional<ScanCursor> next =
                to == accounts.size() ? Optional.empty() : Optional.of(new ScanCursor(Integer.toString(to)));
        return new ScanPage<>(accounts.subList(from, to), 1, next);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        writes++;
        if (changedMeanwhile.contains(scanned)) {
            return false;
        }
        IntStream.range(0, accounts.size())
                .filter(i -> accounts.get(i).equals(scanned))
                .forEach(i -> accounts.set(i, new Account(scanned.metadata(), resealed)));
        return true;
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return new ScanPage<>(pendingRevocations, 0, Optional.empty());
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        writes++;
        pendingRevocations.replaceAll(
                revocation -> revocation.equals(scanned) ? revocation.withSealed(resealed) : revocation);
        return true;
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return new ScanPage<>(List.copyOf(leases), 0, Optional.empty());
    }

    @Override
    public boolean reseal(StoredLease scanned, SealedLease resealed) {
        writes++;
        leases.replaceAll(lease -> lease.equals(scanned) ? lease.withSealed(resealed) : lease);
        return true;
    }

    @Override
    public ErasedUser erase(UserId user) {
        throw new UnsupportedOperationException();
    }
}
