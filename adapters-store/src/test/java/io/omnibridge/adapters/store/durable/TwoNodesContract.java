package io.omnibridge.adapters.store.durable;

import static io.omnibridge.adapters.store.durable.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordVerdict;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one store are one store. */
@Tag("D4")
public interface TwoNodesContract {

    int WRITERS = 12;
    int QUOTA = 5;

    /** A store without anything in it, the same one all through a test. */
    DurableStore durable();

    /** The same store as another node has it. */
    DurableStore another();

    @Test
    default void what_one_node_links_the_other_one_sees() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        durable()
                .tokenStore(CHAIN)
                .link(account, QUOTA, Optional.empty(), action(AuditedAction.Kind.LINK, account.key()));
        assertEquals(Optional.of(account), another().tokenStore(CHAIN).find(account.key()));
    }

    /** The user's very first writes are among those that race. */
    @Test
    default void the_quota_is_exact_across_nodes() throws Exception {
        List<AuditOutcome> outcomes = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<AuditOutcome>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Account account = account(key(ALICE, GOOGLE, "a" + i));
                TokenStore node = (i % 2 == 0 ? durable() : another()).tokenStore(CHAIN);
                running.add(threads.submit(() -> {
                    start.await();
                    return node.link(account, QUOTA, Optional.empty(), action(AuditedAction.Kind.LINK, account.key()))
                            .outcome();
                }));
            }
            for (Future<AuditOutcome> one : running) {
                outcomes.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(QUOTA, frequency(outcomes, AuditOutcome.LINKED));
        assertEquals(WRITERS - QUOTA, frequency(outcomes, AuditOutcome.QUOTA_EXCEEDED));
        assertEquals(QUOTA, durable().tokenStore(CHAIN).list(ALICE).size());
        RecordHead head = durable().records().head(ALICE);
        assertEquals(
                new RecordVerdict.Intact(head), CHAIN.verify(durable().records().after(ALICE, 0, WRITERS), head));
        assertEquals(WRITERS, head.count());
    }
}
