package io.omnibridge.contract;

import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.contract.Walk.Target;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Responses of the routes that read data, and of the log of uses. */
final class DataResponses {

    private static final Target LIST = new Target("GET", "/api/google");
    private static final String ACCOUNT = "/api/google/work";
    private static final List<Target> READS =
            List.of(new Target("GET", ACCOUNT + "/gmail/v1/messages"), new Target("POST", ACCOUNT + "/gmail/v1/query"));

    private final Walk walk;

    DataResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        link(walk, "nina", "google", "work", "");
        link(walk, "nina", "github", "583231", "");
        link(walk, "olivia", "google", "work", ",\"expires_at\":\"2020-01-31T12:00:00Z\"");
        listing();
        for (Target read : READS) {
            providersResponses(read);
            failures(read);
            refusals(read);
        }
        walk.expect(200, new Target("HEAD", READS.get(0).path()), "nina");
        walk.expect(415, READS.get(1), "nina", "text/plain", "{}");
        walk.expect(400, READS.get(1), "nina", "application/json", "not JSON");
        for (String query : List.of("", "&limit=1", "&limit=1&cursor=3")) {
            walk.expect(200, new Target("GET", "/audit?log=uses" + query), "nina");
        }
        walk.expect(400, new Target("GET", "/audit?log=reads"), "nina");
    }

    private void listing() {
        walk.expect(200, LIST, "nina");
        walk.expect(200, new Target("HEAD", "/api/google"), "nina");
        walk.expect(404, new Target("GET", "/api/Google"), "nina");
        walk.expect(409, new Target("GET", "/api/unknown"), "nina");
    }

    private void providersResponses(Target read) {
        for (int status : new int[] {200, 401, 404, 418, 503}) {
            answer(read, status, response(status, Map.of("Content-Type", "text/plain", "ETag", "\"1\""), "hello"));
        }
        answer(read, 304, response(304, Map.of("Last-Modified", "Sun, 01 Mar 2026 09:30:00 GMT"), ""));
        answer(read, 429, response(429, Map.of("Retry-After", "Sun, 01 Mar 2026 09:30:00 GMT"), ""));
        answer(read, 200, response(200, Map.of("Link", "<" + ACCOUNT + "/gmail/v1/messages?q=b>; rel=next"), ""));
    }

    private void failures(Target read) {
        answer(read, 429, new ApiReadResult.LimitReached("group of " + read.method(), Duration.ofMillis(1)));
        answer(read, 502, new ApiReadResult.Failed(UseFailure.PROVIDER_ERROR));
        answer(read, 502, new ApiReadResult.Failed(UseFailure.PROVIDER_REDIRECT));
        answer(read, 502, new ApiReadResult.Failed(UseFailure.RESPONSE_TOO_LARGE));
        answer(read, 503, new ApiReadResult.Failed(UseFailure.PROVIDER_UNAVAILABLE));
        answer(read, 504, new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT));
        walk.server().apis().answerWith(() -> response(200, Map.of(), "hello"));
        List<CallPermit> permits = walk.server().occupyGoogle("nina");
        walk.expect(429, read, "nina");
        permits.forEach(CallPermit::close);
    }

    private void refusals(Target read) {
        String behind = read.path().substring(ACCOUNT.length());
        walk.expect(403, new Target(read.method(), ACCOUNT + "/gmail/v1/drafts"), "nina");
        walk.expect(404, read, "mallory");
        walk.expect(404, new Target(read.method(), "/api/google/~h:x" + behind), "nina");
        walk.expect(409, new Target(read.method(), "/api/github/583231" + behind), "nina");
        walk.expect(409, read, "olivia");
    }

    private void answer(Target read, int status, ApiReadResult answer) {
        walk.server().apis().answerWith(() -> answer);
        walk.expect(status, read, "nina");
    }

    private static ApiReadResult response(int status, Map<String, String> headers, String body) {
        return new ApiReadResult.Response(status, headers, FakeApis.bodyOf(body));
    }

    /** Links an account with a token that can be masked. */
    static void link(Walk walk, String user, String provider, String providerAccountId, String more) {
        link(walk, user, provider, providerAccountId, more, 201);
    }

    /** Links an account, or again. */
    static void link(Walk walk, String user, String provider, String providerAccountId, String more, int status) {
        String body = "{\"provider\":\"%s\",\"provider_account_id\":\"%s\",\"access_token\":\"%s\"%s}"
                .formatted(provider, providerAccountId, "access-token-of-twenty", more);
        walk.expect(status, new Target("POST", "/accounts/link"), user, "application/json", body);
    }
}
