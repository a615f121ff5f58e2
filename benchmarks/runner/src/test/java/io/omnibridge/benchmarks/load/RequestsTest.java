package io.omnibridge.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    private static final int TOKENS = 10;

    @ParameterizedTest
    @CsvSource({"0, 1", "4, 5", "9, 10", "10, 1", "27, 8"})
    void a_run_goes_on_behind_the_tokens_that_were_sent(long sent, String first) {
        Requests requests = Requests.list(new TokenFile(Path.of("tokens"), TOKENS), 6);

        assertEquals(first, requests.environment(sent).get("WRK_FIRST"));
    }
}
