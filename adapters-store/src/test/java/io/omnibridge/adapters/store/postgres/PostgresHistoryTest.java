package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.history.History;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D4")
class PostgresHistoryTest {

    private static final int THREADS = 6;
    private static final int STEPS = 60;
    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");

    private final History history = new History();

    @Test
    void what_threads_of_two_nodes_do_to_one_account_could_have_been_done_by_one_thread() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (PostgresStore left = database.open();
                PostgresStore right = database.open()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int seed = i;
                TokenStore node = (i % 2 == 0 ? left : right).tokenStore(CHAIN);
                running.add(threads.submit(() -> steps(node, seed)));
            }
            for (Future<?> one : running) {
                one.get();
            }

            history.read(() -> version(left.tokenStore(CHAIN)));
            List<AuditEvent> record = left.records().after(ALICE, 0, THREADS * STEPS).stream()
                    .map(RecordedEvent::event)
                    .toList();
            history.assertLinearizable(record);
            assertEquals(
                    database.ask("SELECT count(*) FROM accounts"), database.ask("SELECT account_count FROM users"));
        } finally {
            threads.shutdownNow();
        }
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
            store.link(account, QUOTA, action(AuditedAction.Kind.LINK, id));
            return true;
        });
    }

    private void renew(TokenStore store, AccountVersion seen, RequestId id) {
        Account renewed = renewed(at(seen), NOW);
        history.write(
                id,
                Optional.of(seen),
                Optional.of(renewed.version()),
                () -> store.renew(seen, renewed, action(AuditedAction.Kind.RENEW, id)));
    }

    private void unlink(TokenStore store, AccountVersion seen, RequestId id) {
        history.write(
                id,
                Optional.of(seen),
                Optional.empty(),
                () -> store.unlink(WORK, seen, action(AuditedAction.Kind.UNLINK, id)));
    }

    private static AuditedAction action(AuditedAction.Kind kind, RequestId id) {
        return AuditedAction.on(WORK, kind, caller(ALICE), id, NOW);
    }

    private static Account at(AccountVersion version) {
        Account any = account(WORK);
        AccountMetadata metadata = any.metadata();
        return new Account(
                new AccountMetadata(
                        WORK,
                        version,
                        metadata.scopes(),
                        metadata.linkedBy(),
                        metadata.refreshable(),
                        metadata.expiresAt(),
                        NOW,
                        NOW),
                any.credentials());
    }

    private static Optional<AccountVersion> version(TokenStore store) {
        return store.findMetadata(WORK).map(account -> account.version());
    }
}
