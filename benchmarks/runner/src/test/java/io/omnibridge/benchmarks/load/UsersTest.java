package io.omnibridge.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsersTest {

    @Test
    void few_tokens_are_spread_over_all_users() {
        assertEquals(List.of(0, 3, 6), spread(3, 9));
    }

    @Test
    void each_of_few_users_has_many_tokens() {
        assertEquals(List.of(0, 1, 0, 1, 0), spread(5, 2));
    }

    @Test
    void many_users_do_not_overflow() {
        assertEquals(999_990_000, Users.spread(99_999, 100_000, 1_000_000_000));
    }

    private static List<Integer> spread(int count, int users) {
        return IntStream.range(0, count)
                .mapToObj(i -> Users.spread(i, count, users))
                .toList();
    }
}
