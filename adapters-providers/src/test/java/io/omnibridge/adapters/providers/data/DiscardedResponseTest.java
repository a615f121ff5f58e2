package io.omnibridge.adapters.providers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.adapters.support.testing.Eventually;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Responses on whose way something fails unexpectedly: here what counts the masked tokens. */
class DiscardedResponseTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    /** Returns a server that never ends its response. */
    private static RawUpstream endless(String head, String body) throws IOException {
        byte[] block = body.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        return new RawUpstream(out -> {
            out.write((OK + head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(block);
            }
        });
    }

    private static Caller failing(RawUpstream upstream) {
        return new Caller("custom", Caller.entry(upstream.url()), DataLimits.DEFAULT, () -> {
            throw new IllegalStateException("the counter is broken");
        });
    }

    @Test
    @Tag("F4")
    void a_failure_in_its_headers_closes_the_connection() throws Exception {
        try (RawUpstream upstream = endless("ETag: \"" + StrictApi.TOKEN + "\"\r\n", "x");
                Caller caller = failing(upstream)) {
            assertThrows(IllegalStateException.class, () -> caller.get("/v1/file", ""));

            Eventually.eventually(() -> upstream.open.get() == 0);
            assertEquals(0, caller.apis.timers());
        }
    }

    @Test
    @Tag("F4")
    void a_failure_in_its_body_closes_the_connection() throws Exception {
        try (RawUpstream upstream = endless("", StrictApi.TOKEN);
                Caller caller = failing(upstream)) {
            assertEquals(new ApiReadResult.Failed(UseFailure.INTERNAL_ERROR), caller.get("/v1/file", ""));

            Eventually.eventually(() -> upstream.open.get() == 0);
            assertEquals(0, caller.apis.timers());
        }
    }
}
