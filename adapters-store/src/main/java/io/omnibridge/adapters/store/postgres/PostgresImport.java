package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;

/** What comes to a {@link PostgresStore} from another store. Thread-safe. */
final class PostgresImport implements UserImport {

    private final Database database;

    PostgresImport(Database database) {
        this.database = database;
    }

    @Override
    public void begin(UserId user, StoredChainHead head, long accounts) {
        database.call(ImportQueries.begin(user, head, accounts));
    }

    @Override
    public void addAccounts(UserId user, List<Account> accounts) {
        database.call(ImportQueries.accounts(user, accounts));
    }

    @Override
    public void addRevocations(UserId user, List<PendingRevocation> pendingRevocations) {
        database.call(ImportQueries.pendingRevocations(user, pendingRevocations));
    }

    @Override
    public void addEvents(UserId user, List<ChainedEvent> oldestFirst) {
        database.call(ImportQueries.events(user, oldestFirst));
    }
}
