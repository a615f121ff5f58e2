package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.identity.ClientId;

/** Makes what is kept, and lets it share what is the same for many users. Thread-safe. */
final class Interning {

    private final Interned<AccountKind> kinds = new Interned<>();
    private final Interned<ProviderId> providers = new Interned<>();
    private final Interned<ClientId> clients = new Interned<>();

    StoredAccount stored(Account account) {
        return new StoredAccount(account, kinds.of(AccountKind.of(account.metadata())));
    }

    StoredEvent stored(AuditEvent event) {
        return new StoredEvent(
                event,
                event.action().client().map(clients::of),
                event.action().account().map(AccountKey::provider).map(providers::of));
    }
}
