package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.refresh.RefreshState;
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

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** The same store as another node has it. */
    DurableStore another();

    @Test
    default void a_link_by_one_node_is_visible_to_the_other() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        VaultPorts.over(durable().users(), CHAIN)
                .accounts()
                .link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key()));
        assertEquals(
                Optional.of(account),
                VaultPorts.over(another().users(), CHAIN).accounts().find(account.key()));
    }

    /** The user's very first writes are among those that race. */
    @Test
    default void the_quota_is_exact_across_nodes() throws Exception {
        List<AuditOutcome> outcomes = atOnce((node, i) -> {
            Account account = account(key(ALICE, GOOGLE, "a" + i));
            return VaultPorts.over(node.users(), CHAIN)
                    .accounts()
                    .link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key()))
                    .outcome();
        });

        assertEquals(QUOTA, frequency(outcomes, AuditOutcome.LINKED));
        assertEquals(WRITERS - QUOTA, frequency(outcomes, AuditOutcome.QUOTA_EXCEEDED));
        assertEquals(
                QUOTA,
                Listing.all(VaultPorts.over(durable().users(), CHAIN).accounts(), ALICE)
                        .size());
        StoredChainHead head = durable().users().head(ALICE);
        assertEquals(
                new VerificationResult.Intact(head),
                CHAIN.verify(durable().users().after(ALICE, 0, WRITERS), head));
        assertEquals(QUOTA, head.count());
    }

    @Test
    @Tag("R1")
    default void one_claim_of_a_refresh_takes_place_across_nodes() throws Exception {
        Account account = account(key(ALICE, GOOGLE, "work"));
        VaultPorts.over(durable().users(), CHAIN)
                .accounts()
                .link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key()));

        List<Boolean> answers = atOnce((node, i) -> VaultPorts.over(node.users(), CHAIN)
                .accounts()
                .updateRefreshState(
                        account.key(),
                        account.version(),
                        RefreshState.READY,
                        new RefreshState.Calling(Optional.empty(), NOW, NOW.plusSeconds(i), 0)));

        assertEquals(1, frequency(answers, true));
    }

    @Test
    @Tag("O14")
    default void one_callback_across_nodes_takes_place() throws Exception {
        ConnectAttempt attempt = attempt(ALICE, NOW);
        AuditedAction action = action(ActionKind.CONNECT, key(ALICE, GOOGLE, "work"));
        VaultPorts.over(durable().users(), CHAIN).attempts().begin(attempt, QUOTA, action);
        ConnectAttempt failed = attempt.failed(AttemptFailure.ACCESS_DENIED);

        List<Boolean> answers = atOnce((node, i) -> VaultPorts.over(node.users(), CHAIN)
                .attempts()
                .proceed(failed, action.withOutcome(AuditOutcome.FAILED)));

        assertEquals(1, frequency(answers, true));
        assertEquals(2, durable().users().head(ALICE).count());
    }

    /** Something that is done over one of the nodes. */
    @FunctionalInterface
    interface Work<T> {
        T over(DurableStore node, int number);
    }

    private <T> List<T> atOnce(Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int number = i;
                DurableStore node = i % 2 == 0 ? durable() : another();
                running.add(threads.submit(() -> {
                    start.await();
                    return work.over(node, number);
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
