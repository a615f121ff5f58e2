package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.connect.AttemptFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedAttemptsTest {

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.withQuota(1).api();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Test
    void an_attempt_cannot_be_completed_before_the_browser_returns() {
        BegunAttempt begun = steps.begin("alice");
        steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1)).isProblem(409, "attempt_not_returned");
        assertEquals("pending", steps.status("alice", begun));
    }

    @Test
    void an_attempt_expires_if_the_browser_does_not_return() {
        BegunAttempt begun = steps.begin("alice");
        API.clock().advance(Duration.ofMinutes(11));
        assertEquals("expired", steps.status("alice", begun));
        steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1)).isProblem(409, "attempt_expired");
        assertEquals(
                404,
                steps.callback("google", "state=" + begun.state() + "&code=c").status());
    }

    @Test
    void a_ticket_expires_after_two_minutes() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        API.clock().advance(Duration.ofSeconds(121));
        steps.complete("alice", begun.id(), ticket).isProblem(409, "attempt_expired");
        assertEquals("expired", steps.status("alice", begun));
        assertEquals(0, API.providers().exchanges());
    }

    @Tag("O8")
    @ParameterizedTest
    @EnumSource(names = {"CODE_REFUSED", "PROVIDER_CHANGED", "UNUSABLE_ANSWER", "EXCHANGE_UNKNOWN"})
    void a_failed_exchange_says_why_and_links_nothing(AttemptFailure reason) {
        boolean isCausedByProvider =
                List.of("UNUSABLE_ANSWER", "EXCHANGE_UNKNOWN").contains(reason.name());
        API.providers().exchange(() -> new ExchangeResult.Failed(reason));
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        TestResponse first = steps.complete("alice", begun.id(), ticket);
        TestResponse second = steps.complete("alice", begun.id(), ticket);
        first.isProblem(isCausedByProvider ? 502 : 409, isCausedByProvider ? "provider_failed" : "attempt_failed");
        assertEquals(word(reason), first.json().path("reason").textValue());
        assertEquals(first.bodyWithoutRequestId(), second.bodyWithoutRequestId());
        assertEquals(
                word(reason),
                steps.show("alice", begun.id()).json().path("reason").textValue());
        assertTrue(API.store().accounts().isEmpty());
        assertEquals(1, API.providers().exchanges());
    }

    @Test
    void an_account_beyond_the_quota_fails_the_attempt() {
        API.link("{\"provider\":\"notion\",\"provider_account_id\":\"1\",\"access_token\":\"t\"}")
                .send()
                .is(201);
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        TestResponse response = steps.complete("alice", begun.id(), steps.ticket(begun));
        response.isProblem(409, "attempt_failed");
        assertEquals("quota_exceeded", response.json().path("reason").textValue());
        assertEquals(1, API.store().accounts().size());
    }

    @Test
    void a_user_may_have_twenty_pending_attempts() {
        for (int i = 0; i < 20; i++) {
            steps.begin("alice");
        }
        steps.begin("alice", "{\"provider\":\"google\"}").isProblem(409, "too_many_attempts");
        steps.begin("bob");
        API.clock().advance(Duration.ofMinutes(10));
        steps.begin("alice");
    }

    @Test
    void a_provider_whose_discovery_fails_is_an_outage() {
        API.providers().failDiscovery();
        TestResponse response =
                steps.begin("alice", "{\"provider\":\"google\"}").isProblem(503, "provider_unavailable");
        assertEquals("1", response.header("retry-after"));
        assertTrue(API.attempts().all().isEmpty());
    }

    @Tag("O14")
    @Test
    void concurrent_completions_are_rejected_and_the_code_is_sent_once() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        API.providers().exchange(() -> {
            called.countDown();
            await(released);
            return new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED);
        });
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        List<CompletableFuture<TestResponse>> completions = new ArrayList<>();
        completions.add(CompletableFuture.supplyAsync(() -> steps.complete("alice", begun.id(), ticket)));
        await(called);
        assertEquals("exchanging", steps.status("alice", begun));
        for (int i = 0; i < 20; i++) {
            steps.complete("alice", begun.id(), ticket).isProblem(409, "attempt_in_progress");
        }
        released.countDown();
        completions.get(0).get(60, TimeUnit.SECONDS).isProblem(409, "attempt_failed");
        assertEquals(1, API.providers().exchanges());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Tag("D2")
    @ParameterizedTest
    @ValueSource(strings = {"POST /connect", "GET /connect/{id}", "POST /connect/{id}/complete", "GET /providers"})
    void during_an_outage_of_the_store_every_route_says_so(String operation) {
        BegunAttempt begun = steps.begin("alice");
        String[] parts = operation.replace("{id}", begun.id()).split(" ", 2);
        String body = operation.endsWith("complete")
                ? "{\"ticket\":\"" + ConnectSteps.wrongTicket(1) + "\"}"
                : "{\"provider\":\"google\"}";
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        TestResponse response = steps.send(parts[0], parts[1], "alice", body).isProblem(503, "store_unavailable");
        assertEquals("1", response.header("retry-after"));
    }

    @Tag("C6")
    @Test
    void credentials_that_cannot_be_opened_have_their_own_code() {
        BegunAttempt begun = steps.begin("alice");
        API.store().beforeEveryCall(() -> {
            throw new CredentialsUnreadable();
        });
        TestResponse response = steps.complete("alice", begun.id(), ConnectSteps.wrongTicket(1));
        response.isProblem(500, "credentials_unreadable");
        assertFalse(response.json().path("detail").textValue().isEmpty());
    }

    private static String word(AttemptFailure reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
