package io.omnibridge.adapters.providers.data;

import static io.omnibridge.adapters.providers.data.Caller.response;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.providers.scrub.MaskedText;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseFailure;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedHeadersTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n";
    private static final String HEX = HexFormat.of().formatHex(StrictApi.TOKEN.getBytes(StandardCharsets.US_ASCII));

    @Test
    @Tag("F12")
    void a_value_that_ends_as_a_token_begins_leaves_the_next_one_alone() throws Exception {
        String beginning = "9" + HEX.charAt(0);
        try (RawUpstream upstream = RawUpstream.of(
                        OK + "RateLimit-Remaining: " + beginning + "\r\nRateLimit-Reset: " + HEX.charAt(1), "{}");
                Caller caller = new Caller("custom", Caller.entry(upstream.url()), Caller.SMALL)) {
            ApiReadResult.Response answer = response(caller.get("/v1/doc", ""));

            assertEquals(beginning, answer.headers().get("ratelimit-remaining"));
            assertEquals(HEX.substring(1, 2), answer.headers().get("ratelimit-reset"));
        }
    }

    @Property
    @net.jqwik.api.Tag("F12")
    void each_value_is_masked_as_if_it_were_alone(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, List<String>> headers = new TreeMap<>();
        for (char name = 'a'; name <= 'm'; name++) {
            headers.put("ratelimit-" + name, List.of(value(random)));
        }
        TokenPatterns tokens = new TokenPatterns(Set.of(StrictApi.TOKEN));

        Map<String, String> given = headers(tokens).of(200, HttpHeaders.of(headers, (name, value) -> true));

        headers.forEach((name, values) -> assertEquals(
                MaskedText.of(values.get(0), new TokenPatterns(Set.of(StrictApi.TOKEN)))
                        .text(),
                given.get(name)));
    }

    /** Returns a part of the token, in one of three forms, with something around it. */
    private static String value(Random random) {
        String form = List.of(StrictApi.TOKEN, HEX, HEX.toUpperCase(java.util.Locale.ROOT))
                .get(random.nextInt(3));
        int from = random.nextBoolean() ? 0 : random.nextInt(form.length());
        int to = random.nextBoolean() ? form.length() : from + random.nextInt(form.length() - from);
        return random.nextInt(100)
                + form.substring(from, to)
                + List.of("", "%", "\\").get(random.nextInt(3));
    }

    private static ResponseHeaders headers(TokenPatterns tokens) {
        ProviderId provider = new ProviderId("custom");
        ApiRequest request =
                new ApiRequest(ReadMethod.GET, "", "/v1/doc", Optional.empty(), Map.of(), Optional.empty());
        try (Caller caller = new Caller("custom", Caller.entry("https://a.example"), Caller.SMALL)) {
            MatchedRead read = (MatchedRead) ((ReadMatch.Found) caller.apis.match(provider, request)).read();
            return new ResponseHeaders(read, tokens, new Removals(provider, ScrubListener.NONE));
        }
    }

    @ParameterizedTest
    @Tag("F12")
    @ValueSource(strings = {"/v1/file", "/v1/doc"})
    void a_token_in_a_redirect_is_counted(String path) throws Exception {
        try (RawUpstream upstream = RawUpstream.of(
                        "HTTP/1.1 302 Found\r\nLocation: https://files.example/" + HEX + "\r\nContent-Length: 0", "");
                Caller caller = new Caller("custom", Caller.entry(upstream.url()), Caller.SMALL)) {
            assertEquals(new ApiReadResult.Failed(UseFailure.PROVIDER_REDIRECT), caller.get(path, ""));
            assertEquals(1, caller.masked.get());
        }
    }
}
