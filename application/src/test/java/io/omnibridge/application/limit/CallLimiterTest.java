package io.omnibridge.application.limit;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.Race;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A21")
class CallLimiterTest {

    private final CallLimiter limiter = new CallLimiter(new CallLimits(2, 3, 4, 6));

    private List<CallPermit> enter(int times, UserId user, ProviderId provider) {
        return IntStream.range(0, times)
                .mapToObj(i -> limiter.tryEnter(user, provider))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void one_user_is_limited_at_each_provider_and_at_all_of_them() {
        assertEquals(2, enter(5, ALICE, GOOGLE).size());
        assertEquals(1, enter(5, ALICE, NOTION).size());
        assertEquals(2, enter(5, BOB, GOOGLE).size());
    }

    @Test
    void one_provider_is_limited_for_all_users() {
        int entered = IntStream.range(0, 9)
                .map(i -> enter(2, new UserId("user-" + i), GOOGLE).size())
                .sum();

        assertEquals(4, entered);
        assertEquals(1, enter(1, BOB, NOTION).size());
    }

    @Test
    void all_calls_together_are_limited() {
        int entered = IntStream.range(0, 9)
                .map(i -> enter(1, new UserId("user-" + i), new ProviderId("provider-" + i))
                        .size())
                .sum();

        assertEquals(6, entered);
    }

    @Test
    void a_closed_permit_frees_one_place_once() {
        CallPermit first = enter(2, ALICE, GOOGLE).get(0);

        first.close();
        first.close();

        assertEquals(1, enter(5, ALICE, GOOGLE).size());
    }

    @Test
    void the_limit_is_exact_under_concurrency_and_every_place_comes_back() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<Optional<CallPermit>> results = Race.of(8, i -> limiter.tryEnter(ALICE, GOOGLE));

            List<CallPermit> permits =
                    results.stream().flatMap(Optional::stream).toList();
            assertEquals(2, permits.size());
            permits.forEach(CallPermit::close);
        }
        assertTrue(limiter.tryEnter(ALICE, GOOGLE).isPresent());
    }

    @Test
    void a_caller_waits_until_a_place_is_free() {
        List<CallPermit> entered = enter(2, ALICE, GOOGLE);
        CompletableFuture<CallPermit> first = limiter.enter(ALICE, GOOGLE);
        CompletableFuture<CallPermit> second = limiter.enter(ALICE, GOOGLE);
        assertFalse(first.isDone());

        entered.get(0).close();
        assertTrue(first.isDone());
        assertFalse(second.isDone());

        first.join().close();
        assertTrue(second.isDone());
    }

    @Test
    void a_caller_whose_own_places_are_taken_holds_up_no_other() {
        enter(2, ALICE, GOOGLE);
        CompletableFuture<CallPermit> ofAlice = limiter.enter(ALICE, GOOGLE);
        List<CallPermit> ofBob = enter(2, BOB, GOOGLE);
        CompletableFuture<CallPermit> waiting = limiter.enter(BOB, GOOGLE);

        ofBob.get(0).close();

        assertTrue(waiting.isDone());
        assertFalse(ofAlice.isDone());
    }

    @Test
    void a_place_that_is_no_longer_wanted_goes_to_the_next() {
        List<CallPermit> entered = enter(2, ALICE, GOOGLE);
        CompletableFuture<CallPermit> abandoned = limiter.enter(ALICE, GOOGLE);
        CompletableFuture<CallPermit> next = limiter.enter(ALICE, GOOGLE);
        abandoned.cancel(true);

        entered.get(0).close();

        assertTrue(next.isDone());
        next.join().close();
        entered.get(1).close();
        assertEquals(2, enter(5, ALICE, GOOGLE).size());
    }

    @Test
    void places_stay_exact_when_many_wait_and_leave_at_once() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Void>> calls = IntStream.range(0, 2_000)
                    .mapToObj(i -> limiter.enter(new UserId("user-" + i % 7), GOOGLE)
                            .thenAcceptAsync(
                                    permit -> {
                                        try (permit) {
                                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                            inside.decrementAndGet();
                                        }
                                    },
                                    threads))
                    .toList();
            CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).get(1, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
        assertTrue(most.get() <= 4, () -> most + " were inside");
        assertEquals(4, enter(2, ALICE, GOOGLE).size() + enter(5, BOB, GOOGLE).size());
    }
}
