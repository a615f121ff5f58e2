package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;

/** The accounts of a {@link PostgresStore}, by user, provider and account id, byte by byte. Thread-safe. */
final class PostgresAccountScan implements AccountScan {

    private final Database database;

    PostgresAccountScan(Database database) {
        this.database = database;
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.ACCOUNTS, after);
        return ScanItem.page(database.call(ScanQueries.accounts(position, limit)), limit);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.USERS, after);
        return ScanItem.page(database.call(ScanQueries.users(position, limit)), limit);
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        return !database.call(ScanQueries.reseal(scanned, resealed)).isEmpty();
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        DecodedCursor position = DecodedCursor.of(DecodedCursor.Kind.PENDING_REVOCATIONS, after);
        return ScanItem.page(database.call(RevocationQueries.scan(position, limit)), limit);
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        return !database.call(RevocationQueries.replace(scanned, scanned.withSealed(resealed)))
                .isEmpty();
    }

    @Override
    public ErasedUser erase(UserId user) {
        return database.call(new RetryOnConflict<>(
                connection -> ScanQueries.erase(user).over(connection).stream().findFirst()));
    }
}
