package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With many concurrent writers no write is lost, and none happens twice. */
@Tag("D4")
public interface ConcurrencyContract extends StoreContract {

    /** How many writers start at the same moment. */
    int WRITERS = 8;

    @Test
    default void the_quota_is_exact_under_concurrency() throws Exception {
        link(account(key(ALICE, NOTION, "first")), 4);

        List<AuditOutcome> results = Race.of(
                WRITERS, i -> link(account(key(ALICE, GOOGLE, "a" + i)), 4).outcome());

        assertEquals(3, frequency(results, AuditOutcome.LINKED));
        assertEquals(WRITERS - 3, frequency(results, AuditOutcome.QUOTA_EXCEEDED));
        assertEquals(4, Listing.all(store(), ALICE).size());
        assertEquals(4, outcomes(ALICE).size());
        assertEquals(List.of("QUOTA_EXCEEDED " + (WRITERS - 3)), refusals(ALICE));
    }

    @Test
    default void concurrent_links_of_one_account_have_one_first_and_the_last_stays() throws Exception {
        AccountKey key = key(ALICE, GOOGLE, "work");
        List<Account> accounts =
                IntStream.range(0, WRITERS).mapToObj(i -> account(key)).toList();

        List<AuditOutcome> results =
                Race.of(WRITERS, i -> link(accounts.get(i), 1).outcome());

        assertEquals(1, frequency(results, AuditOutcome.LINKED));
        assertEquals(WRITERS - 1, frequency(results, AuditOutcome.REPLACED));
        assertTrue(accounts.contains(store().find(key).orElseThrow()));
    }

    @Test
    @Tag("R1")
    default void one_of_many_renewals_of_one_version_happens() throws Exception {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        List<Boolean> results = Race.of(WRITERS, i -> renew(account, renewed(account, LATER.plusSeconds(i))));

        assertEquals(1, frequency(results, true));
        assertEquals(
                LATER.plusSeconds(results.indexOf(true)),
                store().findMetadata(account.key()).orElseThrow().updatedAt());
        assertEquals(List.of(AuditOutcome.RENEWED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    default void one_of_many_unlinks_of_one_version_happens() throws Exception {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        List<Boolean> results = Race.of(WRITERS, i -> unlink(account));

        assertEquals(1, frequency(results, true));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    default void concurrent_writes_of_one_user_are_all_kept() throws Exception {
        int each = 10;

        Race.of(
                WRITERS,
                i -> IntStream.range(0, each)
                        .mapToObj(j -> link(account(key(ALICE, GOOGLE, i + "." + j))))
                        .toList());

        assertEquals(WRITERS * each, Listing.all(store(), ALICE).size());
        assertEquals(WRITERS * each, frequency(outcomes(ALICE), AuditOutcome.LINKED));
    }

    @Test
    default void concurrent_writes_of_many_users_are_all_kept() throws Exception {
        Race.of(WRITERS, i -> link(account(key(new UserId("user-" + i), GOOGLE, "work"))));

        for (int i = 0; i < WRITERS; i++) {
            UserId user = new UserId("user-" + i);
            assertEquals(List.of(key(user, GOOGLE, "work")), keys(user));
            assertEquals(List.of(AuditOutcome.LINKED), outcomes(user));
        }
    }
}
