package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link UseLog} must do. */
public interface UseLogContract extends UseLogPagesContract, LeaseCountContract, UsePruningContract {

    @Test
    @Tag("U4")
    default void a_receipt_is_kept_as_it_was_appended() {
        UseReceipt search = new Use(
                        UseKind.SEARCH,
                        UseVia.MCP,
                        NOW,
                        ALICE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(
                                new UseTarget(key(ALICE, GOOGLE, "a:b|c"), Optional.of(Source.GMAIL)),
                                new UseTarget(key(ALICE, GOOGLE, "a:b|c"), Optional.of(Source.DRIVE)),
                                new UseTarget(key(ALICE, NOTION, "x=~@+"), Optional.empty())),
                        Samples.REQUEST)
                .used();
        UseReceipt failed = used(key(ALICE, GOOGLE, "work"), NOW).use().failed(UseFailure.PROVIDER_TIMEOUT, NOW);

        append(search);
        append(failed);

        assertEquals(List.of(failed, search), uses(ALICE));
    }

    @Test
    @Tag("U5")
    default void uses_are_no_part_of_the_log_of_changes() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        append(used(account.key(), NOW));

        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(1, uses(ALICE).size());
    }

    @Test
    @Tag("U5")
    default void a_use_appended_after_a_snapshot_does_not_keep_a_change_from_happening() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        append(used(account.key(), NOW.plusSeconds(3_600)));

        assertTrue(unlink(account));
    }

    @Test
    default void a_use_sets_when_the_account_was_used_to_the_minute() {
        AccountKey work = key(ALICE, GOOGLE, "work");
        AccountKey home = key(ALICE, GOOGLE, "home");
        link(account(work));
        link(account(home));
        Instant later = NOW.plusSeconds(3_600);

        append(used(work, later));

        assertEquals(Optional.of(later.truncatedTo(ChronoUnit.MINUTES)), dataUsedAt(work));
        assertEquals(Optional.empty(), dataUsedAt(home));
    }

    @Test
    default void an_earlier_use_or_a_failure_does_not_set_when_the_account_was_used() {
        AccountKey work = key(ALICE, GOOGLE, "work");
        link(account(work));

        append(used(work, NOW));
        append(used(work, NOW.minusSeconds(3_600)));
        append(used(work, NOW).use().failed(UseFailure.NEEDS_RECONNECT, NOW.plusSeconds(3_600)));

        assertEquals(Optional.of(NOW.truncatedTo(ChronoUnit.MINUTES)), dataUsedAt(work));
    }

    @Test
    default void a_renewal_keeps_when_the_account_was_used() {
        Account work = account(key(ALICE, GOOGLE, "work"));
        link(work);
        Instant later = NOW.plusSeconds(3_600);

        append(used(work.key(), later));
        renew(work, Samples.renewed(work, Samples.LATER));

        assertEquals(Optional.of(later.truncatedTo(ChronoUnit.MINUTES)), dataUsedAt(work.key()));
    }

    @Test
    default void an_account_that_was_unlinked_meanwhile_is_no_obstacle() {
        assertEquals(APPENDED, append(used(key(ALICE, GOOGLE, "gone"), NOW)));

        assertEquals(List.of(), keys(ALICE));
        assertEquals(1, uses(ALICE).size());
    }

    @Test
    @Tag("Z1")
    default void each_user_has_a_log_of_their_own() {
        UseReceipt alices = used(key(ALICE, GOOGLE, "work"), NOW);
        UseReceipt bobs = used(key(BOB, GOOGLE, "work"), NOW);

        append(alices);
        append(bobs);

        assertEquals(List.of(alices), uses(ALICE));
        assertEquals(List.of(bobs), uses(BOB));
    }

    @Test
    default void erasing_a_user_removes_uses_and_leases() {
        link(account(key(ALICE, GOOGLE, "work")));
        lease(ALICE);
        append(used(key(ALICE, GOOGLE, "work"), NOW));
        append(used(key(BOB, GOOGLE, "work"), NOW));

        scan().erase(ALICE);

        assertEquals(
                new UsePage(List.of(), OptionalLong.empty(), Optional.empty()),
                useLog().list(ALICE, AuditPage.FROM_NEWEST, 10));
        assertEquals(List.of(), leases().list(ALICE));
        assertEquals(1, uses(BOB).size());
    }

    @Test
    default void a_scan_finds_a_user_who_has_only_uses() {
        append(used(key(ALICE, GOOGLE, "work"), NOW));

        List<UserId> users = new ArrayList<>(ScanContract.scan(scan()::users, 10));

        assertTrue(users.contains(ALICE));
    }

    private Optional<Instant> dataUsedAt(AccountKey key) {
        return store().findMetadata(key).orElseThrow().dataUsedAt();
    }
}
