package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.durable.UserImport;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.util.List;

/** What comes to a {@link PostgresStore} from another store. Thread-safe. */
final class PostgresImport implements UserImport {

    private final Database database;

    PostgresImport(Database database) {
        this.database = database;
    }

    @Override
    public void begin(UserId user, RecordHead head, long accounts) {
        database.call(ImportQueries.begin(user, head, accounts));
    }

    @Override
    public void addAccounts(UserId user, List<Account> accounts) {
        database.call(ImportQueries.accounts(user, accounts));
    }

    @Override
    public void addObligations(UserId user, List<Obligation> obligations) {
        database.call(ImportQueries.obligations(user, obligations));
    }

    @Override
    public void addEvents(UserId user, List<RecordedEvent> oldestFirst) {
        database.call(ImportQueries.events(user, oldestFirst));
    }
}
