package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** When the users of a {@link UserRowsStore} signed out. Thread-safe. */
record UserRowsSignOuts(UserRowsStore store, ErasedSignOuts erased) implements SignOutStore {

    @Override
    public Optional<SignOut> find(UserId user) {
        return erased.find(user, this::stored);
    }

    @Override
    public void removeForgotten() {
        erased.removeForgotten();
    }

    private Optional<Instant> stored(UserId user) {
        return store.read(user).flatMap(rows -> rows.uses().signedOutAt());
    }
}
