package io.omnibridge.adapters.store.history;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that link, renew, unlink and read one account, over several nodes of one store. */
public final class Workload {

    private static final int THREADS = 6;
    private static final int STEPS = 60;
    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");

    private final History history = new History();

    /** Runs it, and checks that one thread could have done what happened, as the audit log tells it. */
    public void assertLinearizable(AuditChain chain, DurableStore... durable) throws Exception {
        List<TokenStore> nodes = Arrays.stream(durable)
                .map(node -> VaultPorts.over(node.users(), chain).accounts())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int seed = i;
                TokenStore node = nodes.get(i % nodes.size());
                running.add(threads.submit(() -> steps(node, seed)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        history.read(() -> version(nodes.get(0)));
        history.assertLinearizable(durable[0].users().after(ALICE, 0, THREADS * STEPS).stream()
                .map(ChainedEvent::event)
                .toList());
    }

    private void steps(TokenStore store, int seed) {
        Random random = new Random(seed);
        Optional<AccountVersion> seen = Optional.empty();
        for (int step = 0; step < STEPS; step++) {
            RequestId id = new RequestId(seed + "." + step);
            switch (random.nextInt(4)) {
                case 0 -> link(store, id);
                case 1 -> seen.ifPresent(version -> renew(store, version, id));
                case 2 -> seen.ifPresent(version -> unlink(store, version, id));
                default -> seen = history.read(() -> version(store));
            }
        }
    }

    private void link(TokenStore store, RequestId id) {
        Account account = account(WORK);
        history.write(id, Optional.empty(), Optional.of(account.version()), () -> {
            store.link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, id));
            return true;
        });
    }

    private void renew(TokenStore store, AccountVersion seen, RequestId id) {
        Account renewed = renewed(at(seen), NOW);
        history.write(
                id,
                Optional.of(seen),
                Optional.of(renewed.version()),
                () -> store.renew(seen, renewed, action(ActionKind.RENEW, id)));
    }

    private void unlink(TokenStore store, AccountVersion seen, RequestId id) {
        history.write(
                id,
                Optional.of(seen),
                Optional.empty(),
                () -> store.unlink(at(seen).metadata(), Optional.empty(), action(ActionKind.UNLINK, id)));
    }

    private static AuditedAction action(ActionKind kind, RequestId id) {
        return AuditedAction.on(WORK, kind, caller(ALICE), id, NOW);
    }

    private static Account at(AccountVersion version) {
        return account(WORK, version);
    }

    private static Optional<AccountVersion> version(TokenStore store) {
        return store.findMetadata(WORK).map(account -> account.version());
    }
}
