package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.SignOutStore;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;

/** Sign-outs of a store behind a gate. Thread-safe. */
record GuardedSignOutStore(SignOutStore store, VaultGate gate) implements SignOutStore {

    @Override
    public Optional<SignOut> find(UserId user) {
        gate.pass();
        return store.find(user);
    }

    @Override
    public void removeForgotten() {
        gate.pass();
        store.removeForgotten();
    }
}
