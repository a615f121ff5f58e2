package io.omnibridge.adapters.store.vault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that create one vault at the same moment. */
public interface VaultCreationContract {

    String ISSUER = "https://issuer.example";
    int NODES = 6;

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    @Test
    default void nodes_with_one_keyset_all_start_with_one_audit_log_key() throws Exception {
        Keyset keyset = Keyset.generate();

        List<AuditChain> chains =
                opened(() -> keyset).stream().map(Optional::orElseThrow).toList();

        chains.forEach(chain -> VaultPorts.over(durable().users(), chain)
                .auditLog()
                .append(action(ActionKind.LINK, key(ALICE, GOOGLE, "work")).withOutcome(AuditOutcome.LINKED)));
        assertInstanceOf(
                VerificationResult.Intact.class,
                chains.get(0)
                        .verify(
                                durable().users().after(ALICE, 0, NODES),
                                durable().users().head(ALICE)));
        assertEquals(3, durable().metadata().names().size());
    }

    @Test
    @Tag("C6")
    default void of_nodes_with_different_keysets_one_starts_and_the_others_leave_nothing() throws Exception {
        assertEquals(
                1, opened(Keyset::generate).stream().filter(Optional::isPresent).count());
        assertEquals(3, durable().metadata().names().size());
    }

    @Test
    default void a_vault_is_in_use_from_its_first_user_on() {
        AuditChain chain = start(Keyset.generate()).orElseThrow();
        assertEquals(false, durable().metadata().hasUsers());

        VaultPorts.over(durable().users(), chain)
                .accounts()
                .link(
                        account(key(ALICE, GOOGLE, "work")),
                        QUOTA,
                        Optional.empty(),
                        action(ActionKind.LINK, key(ALICE, GOOGLE, "work")));

        assertEquals(true, durable().metadata().hasUsers());
    }

    /** Returns the chain of each node that starts; empty for one that is refused. */
    private List<Optional<AuditChain>> opened(Callable<Keyset> keysets) throws Exception {
        CyclicBarrier start = new CyclicBarrier(NODES);
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<Optional<AuditChain>>> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                Keyset keyset = keysets.call();
                nodes.add(threads.submit(() -> {
                    start.await();
                    return start(keyset);
                }));
            }
            List<Optional<AuditChain>> chains = new ArrayList<>();
            for (Future<Optional<AuditChain>> node : nodes) {
                chains.add(node.get());
            }
            return chains;
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<AuditChain> start(Keyset keyset) {
        try {
            VaultOpening opening = new VaultOpening(durable().metadata(), keyset, ISSUER, new SecureRandom());
            return Optional.of(new AuditChain(opening.open("sub"), ISSUER));
        } catch (StoreCannotStart e) {
            return Optional.empty();
        }
    }
}
