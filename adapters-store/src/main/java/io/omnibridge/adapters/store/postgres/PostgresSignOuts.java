package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.SignOutStore;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Times of sign-outs in PostgreSQL. Thread-safe. */
record PostgresSignOuts(Database database) implements SignOutStore {

    @Override
    public Optional<SignOut> find(UserId user) {
        return database.call(SignOutQueries.find(user)).stream().findFirst();
    }

    @Override
    public void removeForgotten() {
        database.call(SignOutQueries.removeForgotten());
    }
}
