package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordVerdict;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D1")
@Timeout(120)
class PostgresKillTest {

    private static final int WRITERS = 6;

    @Test
    void every_acknowledged_link_outlives_a_kill_of_the_server() throws Exception {
        try (PostgresServer server = PostgresServer.durable();
                PostgresStore postgres = server.newDatabase().open()) {
            List<Account> acknowledged = killedDuring(linksOf(postgres.tokenStore(CHAIN)), server);

            PostgresServer again = server.restart();
            try {
                awaitAnswer(postgres);
                acknowledged.forEach(account -> assertThere(postgres, account));
                users().forEach(user -> assertRecordIntact(postgres, user));
            } finally {
                again.close();
            }
            System.out.println(
                    "D1 PostgreSQL: " + acknowledged.size() + " links acknowledged before kill -9, all there");
        }
    }

    /** Each writer links until the store is gone, and answers what was acknowledged until then. */
    private static List<Callable<List<Account>>> linksOf(TokenStore store) {
        return users().stream()
                .map(user -> (Callable<List<Account>>) () -> linkUntilUnavailable(store, user))
                .toList();
    }

    private static List<Account> linkUntilUnavailable(TokenStore store, UserId user) {
        List<Account> acknowledged = new ArrayList<>();
        try {
            while (acknowledged.size() < QUOTA) {
                Account account = account(key(user, GOOGLE, "a" + acknowledged.size()));
                store.link(account, QUOTA, action(AuditedAction.Kind.LINK, account.key()));
                acknowledged.add(account);
            }
        } catch (StoreUnavailable e) {
            return acknowledged;
        }
        return acknowledged;
    }

    private static List<Account> killedDuring(List<Callable<List<Account>>> writers, PostgresServer server)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<List<Account>>> running =
                    writers.stream().map(threads::submit).toList();
            TimeUnit.MILLISECONDS.sleep(700);
            ServerProcesses.of(server.data()).kill();
            List<Account> acknowledged = new ArrayList<>();
            for (Future<List<Account>> writer : running) {
                acknowledged.addAll(writer.get());
            }
            assertTrue(acknowledged.size() >= WRITERS);
            return acknowledged;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitAnswer(PostgresStore postgres) {
        boolean well = false;
        while (!well) {
            try {
                postgres.health().check();
                well = true;
            } catch (StoreUnavailable e) {
                well = false;
            }
        }
    }

    private static void assertThere(PostgresStore postgres, Account account) {
        assertEquals(Optional.of(account), postgres.tokenStore(CHAIN).find(account.key()));
    }

    private static void assertRecordIntact(PostgresStore postgres, UserId user) {
        RecordHead head = postgres.records().head(user);
        assertInstanceOf(
                RecordVerdict.Intact.class, CHAIN.verify(postgres.records().after(user, 0, QUOTA + 1), head));
        assertEquals(head.count(), postgres.tokenStore(CHAIN).list(user).size());
    }

    private static List<UserId> users() {
        return IntStream.range(0, WRITERS)
                .mapToObj(i -> new UserId("user-" + i))
                .toList();
    }
}
