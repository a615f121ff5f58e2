package io.omnibridge.application.limit;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.Race;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A21")
class CallLimiterTest {

    private final CallLimiter limiter = new CallLimiter(new CallLimiter.Limits(2, 3, 4, 6));

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
}
