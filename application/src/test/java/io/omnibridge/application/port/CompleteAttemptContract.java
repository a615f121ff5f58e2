package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attempt is completed together with its link, and at most once. */
public interface CompleteAttemptContract extends VaultContract {

    @Test
    @Tag("O14")
    @Tag("U1")
    @Tag("U2")
    default void completing_links_account_and_attempt_in_one_write() {
        ConnectAttempt exchanging = exchangingOf(ALICE);
        Account account = connected("work");

        assertEquals(
                Optional.of(new LinkResult.Linked(account.metadata())),
                complete(exchanging, account, QUOTA, Optional.empty()));

        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(new AttemptState.Completed(account.key().providerAccountId(), true), stateOf(exchanging));
        assertEquals(AuditOutcome.LINKED, outcomes(ALICE).get(0));
        assertEquals(4, outcomes(ALICE).size());
    }

    @Test
    default void completing_replaces_an_account_that_was_linked() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        ConnectAttempt exchanging = exchangingOf(ALICE);
        Account account = connected("work");

        assertEquals(
                Optional.of(new LinkResult.Replaced(account.metadata())),
                complete(exchanging, account, 1, Optional.empty()));

        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(new AttemptState.Completed(account.key().providerAccountId(), false), stateOf(exchanging));
    }

    @Test
    default void a_link_beyond_the_quota_fails_the_attempt_in_the_same_write() {
        link(account(key(ALICE, GOOGLE, "home")));
        ConnectAttempt exchanging = exchangingOf(ALICE);

        assertEquals(
                Optional.of(new LinkResult.QuotaExceeded()),
                complete(exchanging, connected("work"), 1, Optional.empty()));

        assertEquals(Optional.empty(), store().find(key(ALICE, GOOGLE, "work")));
        assertEquals(new AttemptState.Failed(AttemptFailure.QUOTA_EXCEEDED), stateOf(exchanging));
        assertEquals(AuditOutcome.QUOTA_EXCEEDED, outcomes(ALICE).get(0));
    }

    @Test
    @Tag("O14")
    default void a_changed_attempt_links_nothing() {
        ConnectAttempt exchanging = exchangingOf(ALICE);
        proceed(exchanging.failed(AttemptFailure.CODE_REFUSED));
        int events = outcomes(ALICE).size();

        assertEquals(Optional.empty(), complete(exchanging, connected("work"), QUOTA, Optional.empty()));
        assertEquals(
                Optional.empty(),
                complete(exchanging(returned(attempt(ALICE, NOW))), connected("work"), QUOTA, Optional.empty()));

        assertEquals(List.of(), Listing.all(store(), ALICE));
        assertEquals(events, outcomes(ALICE).size());
    }

    @Test
    @Tag("R22")
    @Tag("R28")
    default void an_account_that_is_not_as_expected_links_nothing() {
        Account former = connected("work");
        link(former);
        ConnectAttempt exchanging = exchangingOf(ALICE);
        RefreshState called = new RefreshState.Calling(Optional.empty(), NOW, LATER, 0);

        assertEquals(Optional.empty(), completeIf(former.withRefresh(called), exchanging));
        assertEquals(Optional.empty(), completeIf(connected("work"), exchanging));
        assertEquals(Optional.of(former), store().find(former.key()));
        assertInstanceOf(
                LinkResult.Replaced.class, completeIf(former, exchanging).orElseThrow());

        unlink(store().find(former.key()).orElseThrow(), Optional.empty());
        assertEquals(Optional.empty(), completeIf(former, exchangingOf(ALICE)));
        assertEquals(List.of(), Listing.all(store(), ALICE));
    }

    private Optional<LinkResult> completeIf(Account expected, ConnectAttempt exchanging) {
        return completeIf(expected.metadata(), exchanging, connected("work"));
    }

    @Test
    @Tag("O14")
    @Tag("D4")
    default void one_of_many_concurrent_completions_happens() throws Exception {
        ConnectAttempt exchanging = exchangingOf(ALICE);

        List<Boolean> results = Race.of(
                8,
                i -> complete(exchanging, connected("account-" + i), QUOTA, Optional.empty())
                        .isPresent());

        assertEquals(1, frequency(results, true));
        assertEquals(List.of(key(ALICE, GOOGLE, "account-" + results.indexOf(true))), keys(ALICE));
        assertEquals(4, outcomes(ALICE).size());
    }

    private static Account connected(String id) {
        return account(key(ALICE, GOOGLE, id), LinkedBy.CONNECT, NOW);
    }

    private AttemptState stateOf(ConnectAttempt attempt) {
        ConnectAttempt stored = attempts().find(attempt.owner(), attempt.id()).orElseThrow();
        assertEquals(Optional.empty(), stored.secrets());
        assertEquals(attempt.revision() + 1, stored.revision());
        return stored.state();
    }
}
