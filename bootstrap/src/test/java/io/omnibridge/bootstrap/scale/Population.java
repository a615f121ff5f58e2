package io.omnibridge.bootstrap.scale;

import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.Samples;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.e2e.Nodes;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Users with one account at each of five providers, and credentials of a typical size. */
record Population(int users) {

    private static final List<ProviderId> PROVIDERS = Stream.of("github", "google", "microsoft", "notion", "slack")
            .map(ProviderId::new)
            .toList();
    private static final SealedCredentials SEALED = new SealedCredentials(new byte[600]);
    private static final UserId FIRST = new UserId("first");
    private static final String PREFIX = "user-";

    static Population ofAccounts(int accounts) {
        return new Population(accounts / PROVIDERS.size());
    }

    UserId any(Random random) {
        return new UserId(PREFIX + random.nextInt(users));
    }

    /** Links the accounts of one user through the store, and copies its rows for all other users. */
    void complete(Nodes nodes) {
        try (DurableStore durable = nodes.open()) {
            TokenStore store = VaultPorts.over(
                            durable.users(), new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "any"))
                    .accounts();
            PROVIDERS.forEach(provider -> link(store, key(FIRST, provider, "1")));
            nodes.multiply(FIRST.value(), PREFIX, users);
            assertEquals(
                    PROVIDERS.size(),
                    Listing.all(store, new UserId(PREFIX + (users - 1))).size());
        }
    }

    private static void link(TokenStore store, AccountKey key) {
        Account account = new Account(account(key).metadata(), SEALED);
        store.link(account, Samples.QUOTA, Optional.empty(), action(ActionKind.LINK, key));
    }
}
