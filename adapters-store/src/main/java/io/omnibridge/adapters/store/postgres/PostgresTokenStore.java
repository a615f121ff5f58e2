package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** The accounts of a {@link PostgresStore}: a read is one round trip, a write that meets no other one is two. Thread-safe. */
final class PostgresTokenStore implements TokenStore {

    private final Database database;
    private final UserWrites writes;

    PostgresTokenStore(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Optional<Account> find(AccountKey key) {
        return database.call(AccountQueries.find(key)).stream().findFirst();
    }

    @Override
    public Optional<AccountMetadata> findMetadata(AccountKey key) {
        return database.call(AccountQueries.findMetadata(key)).stream().findFirst();
    }

    @Override
    public List<AccountMetadata> list(UserId owner) {
        return database.call(AccountQueries.list(owner));
    }

    @Override
    public List<AccountMetadata> list(UserId owner, ProviderId provider) {
        return database.call(AccountQueries.list(owner, provider));
    }

    @Override
    public LinkResult link(Account account, int quota, AuditedAction action) {
        return writes.write(action, Decision.link(account, quota));
    }

    @Override
    public boolean renew(AccountVersion expected, Account renewed, AuditedAction action) {
        return writes.write(action, Decision.renew(expected, renewed));
    }

    @Override
    public boolean unlink(AccountKey key, AccountVersion expected, AuditedAction action) {
        return writes.write(action, Decision.unlink(key, expected));
    }
}
