package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.application.credentials.RefreshStep.ApplyTimeout;
import io.omnibridge.application.credentials.RefreshStep.ClaimRefresh;
import io.omnibridge.application.credentials.RefreshStep.LoadAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshDecisionTest {

    private static final RefreshPolicy POLICY = RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO);
    private static final RefreshState CALLING = new Calling(Optional.empty(), NOW, NOW.plusSeconds(20), 0);

    private final RefreshFixture fixture = new RefreshFixture();

    private LoadedAccount loaded(Grant grant, RefreshState state, Optional<AccountVersion> refused) {
        fixture.link(grant);
        Account account = fixture.row().withRefresh(state);
        return new LoadedAccount(new RefreshRequest(Simulation.KEY, refused), account, grant, NOW, 0);
    }

    private static StepResult decide(LoadedAccount loaded, Duration waited) {
        return new RefreshDecision(loaded, waited, NOW).decide(Optional.of(POLICY));
    }

    @Test
    void fresh_credentials_are_used() {
        LoadedAccount loaded = loaded(grant("old", 600), RefreshState.READY, Optional.empty());

        assertEquals(new StepResult.Finished(loaded.usable()), decide(loaded, Duration.ZERO));
    }

    @Test
    void due_credentials_are_claimed_with_a_deadline() {
        LoadedAccount loaded = loaded(grant("old", 30), RefreshState.READY, Optional.empty());

        Calling claim = new Calling(Optional.empty(), NOW, NOW.plusSeconds(20), 0);
        assertEquals(StepResult.next(new ClaimRefresh(loaded, POLICY, claim)), decide(loaded, Duration.ZERO));
    }

    @Test
    void refused_credentials_are_claimed_although_they_are_fresh() {
        fixture.link(grant("old", 600));
        LoadedAccount loaded = loaded(
                grant("old", 600), RefreshState.READY, Optional.of(fixture.row().version()));

        StepResult.Continue next = assertInstanceOf(StepResult.Continue.class, decide(loaded, Duration.ZERO));
        assertInstanceOf(ClaimRefresh.class, next.next());
    }

    @Test
    void a_valid_token_is_used_during_the_call_of_another_node() {
        LoadedAccount loaded = loaded(grant("old", 30), CALLING, Optional.empty());

        assertEquals(new StepResult.Finished(loaded.usable()), decide(loaded, Duration.ZERO));
    }

    @Test
    void an_expired_token_waits_for_the_call_of_another_node_up_to_30_seconds() {
        LoadedAccount loaded = loaded(grant("old", -1), CALLING, Optional.empty());

        Duration poll = Duration.ofMillis(40);
        assertEquals(
                new StepResult.Continue(new LoadAccount(loaded.request(), poll), poll), decide(loaded, Duration.ZERO));
        assertEquals(
                new StepResult.Finished(new CredentialsResult.Unavailable(Duration.ofSeconds(1))),
                decide(loaded, Duration.ofSeconds(30)));
    }

    @Test
    void a_passed_deadline_is_stored_before_anything_else() {
        RefreshState passed = new Calling(Optional.empty(), NOW.minusSeconds(20), NOW, 0);
        LoadedAccount loaded = loaded(grant("old", 600), passed, Optional.empty());

        RefreshState next = new Idle(NOW.plusSeconds(2), 1);
        assertEquals(StepResult.next(new ApplyTimeout(loaded, next, Duration.ZERO)), decide(loaded, Duration.ZERO));
    }

    @Test
    void during_a_back_off_a_caller_is_told_when_to_retry() {
        LoadedAccount loaded = loaded(grant("old", -1), new Idle(NOW.plusSeconds(90), 1), Optional.empty());

        assertEquals(
                new StepResult.Finished(new CredentialsResult.Unavailable(Duration.ofSeconds(90))),
                decide(loaded, Duration.ZERO));
    }

    @Test
    void an_account_of_a_removed_provider_is_not_refreshed() {
        LoadedAccount loaded = loaded(grant("old", -1), RefreshState.READY, Optional.empty());

        assertEquals(
                new StepResult.Finished(new CredentialsResult.Unavailable(Duration.ofMinutes(5))),
                new RefreshDecision(loaded, Duration.ZERO, NOW).decide(Optional.empty()));
    }
}
