package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/**
 * Times at which users signed out. A {@link UserWrite} records them, never an earlier time than there is; {@link UserStore#erase}
 * keeps the time for {@link SignOut#RETENTION} of the store's clock. As {@link UserStore} in all else. Thread-safe.
 */
public interface SignOutStore {

    /** Reads one row. */
    Optional<SignOut> find(UserId user);

    /** Removes what is forgotten and still there. */
    void removeForgotten();
}
