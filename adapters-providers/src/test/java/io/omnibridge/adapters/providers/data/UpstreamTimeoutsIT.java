package io.omnibridge.adapters.providers.data;

import static io.omnibridge.adapters.providers.data.Caller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.testing.Eventually;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.UseFailure;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F4")
class UpstreamTimeoutsIT {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n";

    private static Caller caller(RawUpstream upstream) {
        return new Caller("custom", Caller.entry(upstream.url()), Caller.SHORT);
    }

    private static void write(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void a_silent_upstream_is_given_up() throws Exception {
        try (RawUpstream upstream = new RawUpstream(out -> Thread.sleep(60_000));
                Caller caller = caller(upstream)) {
            assertEquals(new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT), caller.get("/v1/file", ""));
        }
    }

    @Test
    void headers_without_a_body_are_given_up() throws Exception {
        try (RawUpstream upstream = new RawUpstream(out -> {
                    write(out, HEAD);
                    Thread.sleep(60_000);
                });
                Caller caller = caller(upstream)) {
            assertEquals(new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT), caller.get("/v1/file", ""));
            assertEquals(0, caller.apis.timers());
        }
    }

    @Test
    void a_body_that_stops_or_drips_breaks_off() throws Exception {
        try (RawUpstream stopping = new RawUpstream(out -> {
                    write(out, HEAD + "x".repeat(100_000));
                    Thread.sleep(60_000);
                });
                RawUpstream dripping = new RawUpstream(out -> {
                    write(out, HEAD);
                    while (true) {
                        write(out, "x");
                        Thread.sleep(50);
                    }
                });
                Caller first = caller(stopping);
                Caller second = caller(dripping)) {
            assertEquals("broken off: PROVIDER_TIMEOUT", text(first.get("/v1/file", "")));
            assertEquals("broken off: PROVIDER_TIMEOUT", text(second.get("/v1/file", "")));
            Eventually.eventually(() -> second.apis.timers() == 0);
        }
    }
}
