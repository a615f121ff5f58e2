package io.omnibridge.adapters.store.vault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.DataUse;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link DataUse}: a receipt sets when several accounts of a user were used, and is in no other write's way. */
@Tag("L5")
public interface DataUseContract extends PortsUnderTest {

    AccountKey WORK = key(ALICE, GOOGLE, "work");
    AccountKey NOTES = key(ALICE, NOTION, "a|b:c");
    AccountKey OTHER = key(ALICE, GOOGLE, "other");
    Instant MINUTE = LATER.truncatedTo(ChronoUnit.MINUTES);

    @Test
    default void a_use_sets_the_minute_of_its_accounts_and_nothing_else() {
        Account work = labelled(account(WORK));
        Account notes = account(NOTES);
        Account other = account(OTHER);
        Stream.of(work, notes, other).forEach(this::link);

        use(LATER, WORK, NOTES);

        Account used = usedAt(work, MINUTE);
        assertEquals(Optional.of(used), store().find(WORK));
        assertEquals(Optional.of(usedAt(notes, MINUTE).metadata()), store().findMetadata(NOTES));
        assertEquals(
                List.of(other.metadata(), used.metadata(), usedAt(notes, MINUTE).metadata()),
                Listing.all(store(), ALICE));
        assertEquals(List.of(AuditOutcome.LINKED, AuditOutcome.LINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    default void the_latest_use_counts() {
        Account work = account(WORK);
        link(work);

        use(LATER, WORK);
        use(LATER.minusSeconds(600), WORK);
        assertEquals(Optional.of(MINUTE), usedAt());

        use(LATER.plusSeconds(600), WORK, WORK);
        assertEquals(Optional.of(MINUTE.plusSeconds(600)), usedAt());
    }

    @Test
    default void a_use_of_an_account_that_is_gone_is_ignored() {
        Account work = account(WORK);
        link(work);
        link(account(NOTES));
        use(LATER, WORK);
        unlink(work);

        use(LATER.plusSeconds(60), WORK, NOTES);

        assertEquals(List.of(NOTES), keys(ALICE));
        link(account(WORK));
        assertEquals(Optional.empty(), usedAt());
        assertEquals(
                Optional.of(MINUTE.plusSeconds(60)),
                store().findMetadata(NOTES).orElseThrow().dataUsedAt());
    }

    @Test
    default void what_was_read_before_a_use_is_still_current() {
        Account work = labelled(account(WORK));
        link(work);
        use(LATER, WORK);
        RefreshState calling = new RefreshState.Calling(Optional.empty(), NOW, LATER, 0);

        assertTrue(store().updateRefreshState(WORK, work.version(), RefreshState.READY, calling));
        store().recordView(WORK, work.version(), LATER);
        assertTrue(renew(work, renewed(work, LATER)));
        assertEquals(Optional.of(MINUTE), usedAt());

        Account ended = renewed(work, LATER).withRefresh(new RefreshState.Ended(RefreshEndReason.REVOKED, LATER));
        assertTrue(store().markNeedsReconnect(RefreshState.READY, ended, action(ActionKind.RENEW, WORK)));
        assertEquals(Optional.of(MINUTE), usedAt());

        use(LATER.plusSeconds(60), WORK);
        assertTrue(unlink(ended));
    }

    @Test
    default void an_account_that_is_linked_again_keeps_the_use_of_its_data() {
        link(account(WORK));
        use(LATER, WORK);

        LinkResult.Replaced again = assertInstanceOf(LinkResult.Replaced.class, link(account(WORK)));

        assertEquals(Optional.of(MINUTE), again.account().dataUsedAt());
        assertEquals(Optional.of(again.account()), store().findMetadata(WORK));
    }

    @Test
    default void uses_and_refreshes_at_once_all_take_place() throws Exception {
        Account work = account(WORK);
        link(work);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int minute = 1; minute <= 12; minute++) {
                Instant at = LATER.plusSeconds(minute * 60L);
                running.add(threads.submit(() -> use(at, WORK)));
            }
            Account renewed = renewed(work, LATER);
            running.add(threads.submit(() -> renew(work, renewed)));
            for (Future<Boolean> one : running) {
                assertTrue(one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Optional.of(MINUTE.plusSeconds(720)), usedAt());
        assertEquals(work.version().next(), store().find(WORK).orElseThrow().version());
        assertEquals(List.of(AuditOutcome.RENEWED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    private boolean use(Instant at, AccountKey... accounts) {
        List<UseTarget> targets = Stream.of(accounts)
                .map(account -> new UseTarget(account, Optional.empty()))
                .toList();
        Use use = new Use(UseKind.API, UseVia.HTTP, at, ALICE, Optional.empty(), Optional.empty(), targets, REQUEST);
        return ports().useLog().append(use.used(), Optional.empty()) instanceof AppendResult.Appended;
    }

    private Optional<Instant> usedAt() {
        return store().findMetadata(WORK).orElseThrow().dataUsedAt();
    }

    private static Account usedAt(Account account, Instant minute) {
        return new Account(account.metadata().withDataUsedAt(minute), account.credentials());
    }

    /** A label that looks like the end of an account's JSON. */
    private static Account labelled(Account account) {
        AccountLabel label = new AccountLabel(",\"dataUsedAt\":1}");
        return new Account(account.metadata().withLabel(Optional.of(label)), account.credentials());
    }
}
