package io.omnibridge.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final String OUTPUT = """
            Running 2s test @ http://127.0.0.1:18080/accounts
              1 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     1.37ms    2.86ms  45.32ms   92.87%
                Req/Sec    24.71k     3.75k   30.01k    65.00%
              Latency Distribution
                 50%  512.00us
                 75%    0.94ms
                 90%    2.94ms
                 99%    1.20s\s
              49187 requests in 2.00s, 35.14MB read
            Requests/sec:  24578.80
            Transfer/sec:     17.56MB
            """;

    @Test
    void rate_and_percentiles_are_read_whatever_their_unit() {
        assertEquals(new Sample(24_578.8, 49_187, 0.512, 1_200), Sample.parse(OUTPUT));
    }

    @Test
    void a_wrong_answer_is_never_fast() {
        String refused = OUTPUT.replace("Requests/sec", "  Non-2xx or 3xx responses: 3\nRequests/sec");

        assertEquals(
                "Non-2xx or 3xx responses: 3",
                assertThrows(IllegalArgumentException.class, () -> Sample.parse(refused))
                        .getMessage());
    }

    @Test
    void no_output_of_wrk_is_no_sample() {
        assertThrows(IllegalArgumentException.class, () -> Sample.parse("unable to connect"));
    }

    @Test
    void several_at_the_same_time_have_all_requests_and_the_slowest_latency() {
        Sample fast = new Sample(1_000, 2_000, 1, 2);
        Sample slow = new Sample(500, 1_000, 2, 9);

        assertEquals(new Sample(1_500, 3_000, 2, 9), Sample.together(List.of(fast, slow)));
    }
}
