package io.omnibridge.adapters.store.auditlog;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.VerificationResult.Intact;
import io.omnibridge.adapters.store.auditlog.VerificationResult.Pruned;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U6")
class UseInspectionTest {

    private static final UseChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example").uses();

    private final Log log = new Log();
    private final List<StoredChainHead> heads = log.append(10);
    private final StoredChainHead head = heads.get(9);

    @Test
    void an_unpruned_log_is_intact_with_any_head_of_it() {
        assertEquals(new Intact(head), inspect(StoredChainHead.NONE));
        heads.forEach(kept -> assertEquals(new Intact(head), inspect(kept)));
    }

    @Test
    void what_the_service_pruned_is_no_fault() {
        log.prune(4);

        assertEquals(new Intact(head), inspect(StoredChainHead.NONE));
        assertEquals(new Intact(head), inspect(heads.get(6)));
    }

    @Test
    void a_head_from_before_the_base_proves_nothing_any_more() {
        log.prune(4);

        assertEquals(new Pruned(heads.get(3), head), inspect(heads.get(2)));
        assertEquals(new Intact(head), inspect(heads.get(3)));
        assertEquals(
                "pruned up to 4, then intact with 10", inspect(heads.get(2)).inWords());
    }

    @Test
    void another_log_with_the_same_base_is_noticed_by_a_head_at_the_base() {
        log.prune(4);
        StoredChainHead other = new StoredChainHead(4, heads.get(5).mac());

        assertEquals(LogFault.CHANGED.at(4), inspect(other));
    }

    @Test
    void receipts_removed_by_a_writer_of_the_store_are_missing() {
        log.receipts.subList(0, 3).clear();
        assertEquals(LogFault.MISSING.at(1), inspect(StoredChainHead.NONE));

        log.prune(4);
        log.receipts.remove(0);
        assertEquals(LogFault.MISSING.at(5), inspect(StoredChainHead.NONE));
    }

    @Test
    void a_base_that_the_service_did_not_store_is_noticed() {
        log.prune(4);
        UseBase genuine = log.base.orElseThrow();
        log.receipts.subList(0, 2).clear();
        for (UseBase forged : List.of(
                new UseBase(heads.get(5), genuine.prunedBefore(), genuine.mac()),
                new UseBase(genuine.at(), NOW.plusSeconds(1), genuine.mac()),
                new UseBase(heads.get(5), genuine.prunedBefore(), heads.get(5).mac()),
                CHAIN.base(BOB, heads.get(5), genuine.prunedBefore()))) {
            log.base = Optional.of(forged);

            assertEquals(LogFault.BASE_CHANGED.at(forged.at().count()), inspect(StoredChainHead.NONE));
        }
    }

    @Test
    void a_base_that_was_removed_or_put_back_is_noticed() {
        log.prune(2);
        Optional<UseBase> former = log.base;
        log.prune(6);

        log.base = former;
        assertEquals(LogFault.MISSING.at(3), inspect(StoredChainHead.NONE));
        log.base = Optional.empty();
        assertEquals(LogFault.MISSING.at(1), inspect(StoredChainHead.NONE));
    }

    @Test
    void a_base_that_cannot_be_read_is_noticed() {
        log.baseIsUnreadable = true;

        assertEquals(LogFault.BASE_CHANGED.at(1), inspect(StoredChainHead.NONE));
    }

    @Test
    void a_log_that_was_cut_back_to_its_base_is_noticed() {
        log.prune(4);
        log.receipts.clear();
        log.head = heads.get(3);

        assertEquals(LogFault.TRUNCATED.at(5), inspect(StoredChainHead.NONE));
    }

    @Test
    void a_changed_receipt_is_noticed() {
        log.prune(4);
        ChainedUse third = log.receipts.get(2);
        log.receipts.set(2, new ChainedUse(7, log.receipts.get(1).receipt(), third.mac()));

        assertEquals(LogFault.CHANGED.at(7), inspect(StoredChainHead.NONE));
    }

    @Test
    void pruning_while_the_log_is_verified_is_no_fault() {
        log.afterBase = () -> log.prune(5);

        assertEquals(new Intact(head), inspect(StoredChainHead.NONE));
    }

    private VerificationResult inspect(StoredChainHead kept) {
        return new UseInspection(log, CHAIN).of(ALICE, kept);
    }

    /** Log of one user, which a test can change. */
    private static final class Log implements ChainedUseLog {

        private final List<ChainedUse> receipts = new ArrayList<>();
        private StoredChainHead head = StoredChainHead.NONE;
        private Optional<UseBase> base = Optional.empty();
        private boolean baseIsUnreadable;
        private Runnable afterBase = () -> {};

        /** Returns the heads after each receipt. */
        List<StoredChainHead> append(int count) {
            List<StoredChainHead> heads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                UseReceipt receipt = used(key(ALICE, GOOGLE, "a" + i), NOW);
                head = CHAIN.headAfter(head, receipt);
                receipts.add(new ChainedUse(head.count(), receipt, head.mac()));
                heads.add(head);
            }
            return heads;
        }

        void prune(long position) {
            receipts.stream()
                    .filter(use -> use.position() == position)
                    .findFirst()
                    .ifPresent(last -> {
                        base = Optional.of(CHAIN.base(ALICE, last.head(), NOW));
                        receipts.removeIf(use -> use.position() <= position);
                    });
        }

        @Override
        public StoredChainHead head(UserId user) {
            return head;
        }

        @Override
        public List<ChainedUse> after(UserId user, long position, int limit) {
            return receipts.stream()
                    .filter(use -> use.position() > position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<UseBase> base(UserId user) {
            if (baseIsUnreadable) {
                throw new IllegalStateException("base");
            }
            Optional<UseBase> read = base;
            afterBase.run();
            return read;
        }
    }
}
