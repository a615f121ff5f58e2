package io.omnibridge.adapters.providers.data;

import static io.omnibridge.adapters.providers.data.Caller.response;
import static io.omnibridge.adapters.providers.data.Caller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApi;
import io.omnibridge.adapters.providers.testing.StrictApis;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.TokenCheck;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in providers against strict fakes of their APIs. */
class ProviderApisTest {

    private static Caller caller(String provider, StrictApi api, String... more) {
        String members = StrictApis.yaml(api, StrictApis.prefixes(provider));
        return new Caller(provider, String.join("", more) + members, DataLimits.DEFAULT);
    }

    @Test
    @Tag("F5")
    void only_a_few_headers_of_the_client_are_forwarded() {
        try (StrictApi api = StrictApis.google();
                Caller caller = caller("google", api)) {
            Map<String, String> headers = Map.of(
                    "authorization", "Bearer foreign",
                    "cookie", "a=b",
                    "x-http-method-override", "DELETE",
                    "x-forwarded-for", "1.2.3.4",
                    "range", "bytes=0-1",
                    "accept", "text/html",
                    "accept-language", "de",
                    "if-none-match", "\"e\"");
            response(caller.call(ReadMethod.GET, "/gmail/v1/users/me/messages", "q=plan", headers));

            RecordedRequest sent = api.requests().get(0);
            assertEquals(Optional.of("OmniBridge"), sent.header("user-agent"));
            assertEquals(Optional.of("application/json"), sent.header("accept"));
            assertEquals(Optional.of("identity"), sent.header("accept-encoding"));
            assertEquals(Optional.of("de"), sent.header("accept-language"));
            assertEquals(Optional.of("\"e\""), sent.header("if-none-match"));
            assertEquals("q=plan", sent.query());
        }
    }

    @Test
    @Tag("F8")
    void only_a_few_headers_of_the_provider_are_returned() throws Exception {
        try (StrictApi api = StrictApis.github();
                Caller caller = caller("github", api)) {
            api.answer(
                    "/repos/o/r/issues",
                    ApiReply.json("[]")
                            .with("Set-Cookie", "a=b")
                            .with("Server", "x")
                            .with("ETag", "\"1\"")
                            .with("X-RateLimit-Remaining", "7")
                            .with(
                                    "Link",
                                    "<" + api.url()
                                            + "/repositories/5/issues?page=2>; rel=\"next\", <https://evil.example/x>; rel=\"last\""));
            ApiReadResult.Response answer = response(caller.get("/repos/o/r/issues", ""));

            assertEquals("[]", text(answer));
            Map<String, String> lower = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            lower.putAll(answer.headers());
            assertEquals("</api/github/1/repositories/5/issues?page=2>; rel=\"next\"", lower.get("link"));
            assertEquals("\"1\"", lower.get("etag"));
            assertEquals("7", lower.get("x-ratelimit-remaining"));
            assertEquals(4, lower.size());
            assertEquals("[{\"number\":2}]", text(caller.get("/repositories/5/issues", "page=2")));
        }
    }

    @Test
    @Tag("F13")
    void capability_urls_and_clone_tokens_stay_inside() throws Exception {
        try (StrictApi github = StrictApis.github();
                StrictApi notion = StrictApis.notion();
                StrictApi microsoft = StrictApis.microsoft();
                StrictApi google = StrictApis.google();
                Caller hub = caller("github", github);
                Caller pages = caller("notion", notion);
                Caller graph = caller("microsoft", microsoft);
                Caller drive = caller("google", google)) {
            assertEquals("{\"id\":5,\"full_name\":\"o/r\",\"private\":true}", text(hub.get("/repos/o/r", "")));
            assertEquals("{\"name\":\"a\",\"content\":\"YQ==\"}", text(hub.get("/repos/o/r/contents/x/a", "")));
            assertEquals("{\"results\":[{\"image\":{\"file\":{}}}]}", text(pages.get("/v1/blocks/b/children", "")));
            assertEquals("{\"value\":[{\"id\":\"d1\"}]}", text(graph.get("/v1.0/me/drive/root/search(q='a')", "")));
            assertEquals("{\"files\":[{\"id\":\"f1\",\"name\":\"Plan\"}]}", text(drive.get("/drive/v3/files", "")));
            assertEquals(2, hub.dropped.get());
            microsoft.answer(
                    "/v1.0/me/drive/items/r",
                    ApiReply.json(
                            "{\"id\":\"r\",\"children\":[{\"id\":\"d1\",\"@microsoft.graph.downloadUrl\":\"https://x.example/d\","
                                    + "\"children\":[{\"@microsoft.graph.downloadUrl\":\"https://x.example/e\"}]}]}"));
            assertEquals(
                    "{\"id\":\"r\",\"children\":[{\"id\":\"d1\",\"children\":[{}]}]}",
                    text(graph.get("/v1.0/me/drive/items/r", "$expand=children")));
            assertEquals(
                    "{\"@odata.nextLink\":\"/api/microsoft/1/v1.0/me/messages?%24skiptoken=2\","
                            + "\"value\":[{\"id\":\"m1\",\"subject\":\"Plans\"}]}",
                    text(graph.get("/v1.0/me/messages", "$top=1")));
        }
    }

    @Test
    void content_is_read_as_media_with_one_range() throws Exception {
        try (StrictApi api = StrictApis.google();
                Caller caller = caller("google", api)) {
            api.answer("/drive/v3/files/f1", ApiReply.file("application/json", "{\"webContentLink\":\"kept\"}"));

            assertEquals("{\"webContentLink\":\"kept\"}", text(caller.get("/drive/v3/files/f1", "alt=media")));
            caller.call(ReadMethod.GET, "/drive/v3/files/f1", "alt=media", Map.of("range", "bytes=0-1,3-4"));
            caller.call(ReadMethod.GET, "/drive/v3/files/f1", "alt=media", Map.of("range", "bytes=0-1"));
            assertEquals(Optional.empty(), api.requests().get(1).header("range"));
            assertEquals(Optional.of("bytes=0-1"), api.requests().get(2).header("range"));
            assertEquals(Optional.of("*/*"), api.requests().get(2).header("accept"));
        }
    }

    @Test
    void searches_by_post_and_head_are_sent_as_such() throws Exception {
        try (StrictApi notion = StrictApis.notion();
                StrictApi google = StrictApis.google();
                Caller pages = caller("notion", notion);
                Caller mail = caller("google", google)) {
            assertTrue(text(pages.call(ReadMethod.POST, "/v1/search", "", Map.of()))
                    .contains("results"));
            ApiReadResult head = mail.call(ReadMethod.HEAD, "/gmail/v1/users/me/labels", "", Map.of());
            assertEquals("", text(head));
            assertEquals("HEAD", google.requests().get(0).method());
        }
    }

    @Test
    void a_refused_token_comes_with_the_response() throws Exception {
        try (StrictApi google = StrictApis.google();
                StrictApi slack = StrictApis.slack();
                Caller mail = caller("google", google);
                Caller chat = caller("slack", slack, "    token_check_url: " + slack.url() + "/api/auth.test\n")) {
            google.answer("/gmail/v1/users/me/labels", ApiReply.json(401, "{\"error\":{\"code\":401}}"));
            slack.answer("/api/search.messages", ApiReply.json("{\"ok\":false,\"error\":\"token_revoked\"}"));

            ApiReadResult.Unauthorized refused =
                    assertInstanceOf(ApiReadResult.Unauthorized.class, mail.get("/gmail/v1/users/me/labels", ""));
            assertEquals(401, refused.response().status());
            assertEquals("{\"error\":{\"code\":401}}", text(refused.response()));
            ApiReadResult.Unauthorized dead =
                    assertInstanceOf(ApiReadResult.Unauthorized.class, chat.get("/api/search.messages", "query=a"));
            assertEquals("{\"ok\":false,\"error\":\"token_revoked\"}", text(dead.response()));

            Secret token = new Secret(StrictApi.TOKEN);
            ProviderId provider = new ProviderId("slack");
            assertEquals(new TokenCheck.Accepted(), chat.apis.check(provider, token));
            slack.answer("/api/auth.test", ApiReply.json("{\"ok\":false,\"error\":\"invalid_auth\"}"));
            assertEquals(new TokenCheck.Refused(), chat.apis.check(provider, token));
            slack.answer("/api/auth.test", ApiReply.json("{\"ok\":false,\"error\":\"fatal_error\"}"));
            assertEquals(new TokenCheck.Unknown(), chat.apis.check(provider, token));
            slack.answer("/api/auth.test", ApiReply.json(500, "{}"));
            assertEquals(new TokenCheck.Unknown(), chat.apis.check(provider, token));
        }
    }

    @Test
    void the_identity_endpoint_says_whose_a_token_is() {
        try (StrictApi github = StrictApis.github();
                Caller hub = caller("github", github, "    identity_url: " + github.url() + "/user\n")) {
            ProviderId provider = new ProviderId("github");
            Secret token = new Secret(StrictApi.TOKEN);

            assertEquals(new TokenOwner.Known(ProviderAccountId.ofProvider("1")), hub.apis.identify(provider, token));
            assertEquals(new TokenCheck.Accepted(), hub.apis.check(provider, token));
            github.answer("/user", ApiReply.json(401, "{}"));
            assertEquals(new TokenOwner.NotNamed(), hub.apis.identify(provider, token));
            assertEquals(new TokenCheck.Refused(), hub.apis.check(provider, token));
            assertFalse(hub.apis.usesAccountsLinkedByToken(provider));
        }
    }

    @Test
    @Tag("F16")
    void whose_a_token_is_remains_unknown_while_the_identity_endpoint_is_busy() {
        try (StrictApi github = StrictApis.github();
                Caller hub = caller("github", github, "    identity_url: " + github.url() + "/user\n");
                Caller nowhere = caller("github", github, "    identity_url: http://127.0.0.1:1/user\n")) {
            ProviderId provider = new ProviderId("github");
            Secret token = new Secret(StrictApi.TOKEN);

            for (ApiReply reply : new ApiReply[] {
                ApiReply.json(500, "{}"),
                ApiReply.json(503, "{}"),
                ApiReply.json(429, "{}"),
                ApiReply.json(403, "{}").with("X-RateLimit-Remaining", "0")
            }) {
                github.answer("/user", reply);
                assertEquals(new TokenOwner.Unknown(), hub.apis.identify(provider, token));
            }
            assertEquals(new TokenOwner.Unknown(), nowhere.apis.identify(provider, token));
            github.answer("/user", ApiReply.json(403, "{}"));
            assertEquals(new TokenOwner.NotNamed(), hub.apis.identify(provider, token));
        }
    }

    @Test
    void where_the_id_comes_with_the_token_the_token_check_says_whose_it_is() {
        try (StrictApi slack = StrictApis.slack();
                StrictApi notion = StrictApis.notion();
                Caller chat = caller("slack", slack, "    token_check_url: " + slack.url() + "/api/auth.test\n");
                Caller pages = caller("notion", notion, "    token_check_url: " + notion.url() + "/v1/users/me\n")) {
            Secret token = new Secret(StrictApi.TOKEN);
            slack.answer("/api/auth.test", ApiReply.json("{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U1\"}"));

            assertEquals(
                    new TokenOwner.Known(ProviderAccountId.ofProvider("T1|U1")),
                    chat.apis.identify(new ProviderId("slack"), token));
            slack.answer("/api/auth.test", ApiReply.json("{\"ok\":false,\"error\":\"invalid_auth\"}"));
            assertEquals(new TokenOwner.NotNamed(), chat.apis.identify(new ProviderId("slack"), token));
            slack.answer("/api/auth.test", ApiReply.json("{\"ok\":false,\"error\":\"internal_error\"}"));
            assertEquals(new TokenOwner.Unknown(), chat.apis.identify(new ProviderId("slack"), token));
            assertEquals(new TokenOwner.NotNamed(), pages.apis.identify(new ProviderId("notion"), token));
        }
    }

    @Test
    void a_rate_limit_is_read_with_the_providers_own_time() {
        try (StrictApi github = StrictApis.github();
                StrictApi slack = StrictApis.slack();
                StrictApi google = StrictApis.google();
                Caller hub = caller("github", github);
                Caller chat = caller("slack", slack);
                Caller mail = caller("google", google)) {
            long reset = Caller.NOW.plusSeconds(90).getEpochSecond();
            github.answer(
                    "/search/issues",
                    ApiReply.json(403, "{}")
                            .with("X-RateLimit-Remaining", "0")
                            .with("X-RateLimit-Reset", Long.toString(reset))
                            .with("X-RateLimit-Resource", "search"));
            assertEquals(limit("search", 90), hub.get("/search/issues", "q=a"));
            github.answer("/user", ApiReply.json(403, "{}"));
            assertEquals(403, response(hub.get("/user", "")).status());

            slack.answer("/api/search.messages", ApiReply.json(429, "{}").with("Retry-After", "30"));
            assertEquals(limit("/search.messages", 30), chat.get("/api/search.messages", ""));
            slack.answer("/api/search.messages", ApiReply.json(429, "{}").with("Retry-After", "0"));
            assertEquals(limit("/search.messages", 1), chat.get("/api/search.messages", ""));
            slack.answer("/api/search.messages", ApiReply.json("{\"ok\":false,\"error\":\"ratelimited\"}"));
            assertEquals(limit("/search.messages", 60), chat.get("/api/search.messages", ""));

            google.answer(
                    "/gmail/v1/users/me/labels",
                    ApiReply.json(403, "{\"error\":{\"errors\":[{\"reason\":\"userRateLimitExceeded\"}]}}"));
            assertEquals(limit("/gmail/v1", 60), mail.get("/gmail/v1/users/me/labels", ""));
        }
    }

    private static ApiReadResult limit(String group, int seconds) {
        return new ApiReadResult.LimitReached(group, Duration.ofSeconds(seconds));
    }

    @Test
    @Tag("F13")
    void a_read_of_json_that_answers_another_type_fails() {
        try (StrictApi google = StrictApis.google();
                Caller mail = caller("google", google)) {
            for (ApiReply reply : new ApiReply[] {
                ApiReply.file("text/html", "<p>"),
                ApiReply.file("application/octet-stream", "{}"),
                ApiReply.json("<html>"),
                ApiReply.json("{\"a\":"),
                ApiReply.json(206, "{}"),
                ApiReply.json("{}").with("Content-Encoding", "gzip")
            }) {
                google.answer("/gmail/v1/users/me/labels", reply);
                assertEquals(
                        new ApiReadResult.Failed(UseFailure.PROVIDER_ERROR), mail.get("/gmail/v1/users/me/labels", ""));
            }
            google.answer("/gmail/v1/users/me/labels", new ApiReply(304, Map.of(), ""));
            assertEquals(
                    304, response(mail.get("/gmail/v1/users/me/labels", "")).status());
        }
    }
}
