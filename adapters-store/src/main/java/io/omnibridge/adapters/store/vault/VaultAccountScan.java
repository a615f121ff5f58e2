package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.CredentialsUpdate;
import io.omnibridge.adapters.store.spi.LeaseUpdate;
import io.omnibridge.adapters.store.spi.RevocationUpdate;
import io.omnibridge.adapters.store.spi.UserStore;
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

/** Scans over all users of a {@link UserStore}. */
public final class VaultAccountScan implements AccountScan {

    private final VaultGate gate;

    public VaultAccountScan(UserStore store) {
        this(new VaultGate(store));
    }

    VaultAccountScan(VaultGate gate) {
        this.gate = gate;
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        return gate.pass().scan().accounts(after, limit);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        return gate.pass().scan().users(after, limit);
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return gate.pass().scan().pendingRevocations(after, limit);
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        return gate.pass().update(new CredentialsUpdate(scanned, resealed));
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        return gate.pass().update(new RevocationUpdate(scanned, scanned.withSealed(resealed)));
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return gate.pass().scan().leases(after, limit);
    }

    @Override
    public boolean reseal(StoredLease scanned, SealedLease resealed) {
        return gate.pass().update(new LeaseUpdate(scanned, resealed));
    }

    @Override
    public ErasedUser erase(UserId user) {
        return gate.pass().erase(user);
    }
}
