package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deviations of well-known providers from the standards, in the form of their documented responses. */
class QuirksTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void github_separates_scopes_by_commas_and_identifies_accounts_by_number() {
        TestAttempt attempt = attempt("github", "identity_url: " + server.url("/user"));
        server.next("/token", json("{'access_token':'gho_1','token_type':'bearer','scope':'repo,gist'}"));
        server.always("/user", json("{'login':'octocat','id':583231}"));

        ExchangeResult.Granted granted = granted(attempt);

        assertEquals("583231", granted.account().value());
        assertEquals(List.of("repo", "gist"), granted.grant().scopes().values());
        assertEquals(Optional.empty(), granted.grant().credentials().expiresAt());
        RecordedRequest request = server.requests("/user").get(0);
        assertEquals(Optional.of("Bearer gho_1"), request.header("authorization"));
        assertEquals(Optional.of("OmniBridge"), request.header("user-agent"));
    }

    @Test
    void github_reports_errors_with_status_200() {
        TestAttempt attempt = attempt("github");
        server.next("/token", json("{'error':'bad_verification_code','error_description':'x'}"));
        assertEquals(new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED), attempt.run(server));

        Grant grant = githubGrant();
        server.next("/token", json("{'error':'bad_refresh_token'}"));
        assertEquals(new RefreshResult.InvalidGrant(), refresh(attempt, grant));
        server.next("/token", json("{'error':'incorrect_client_credentials'}"));
        assertEquals(new RefreshResult.NotProcessed(Duration.ZERO, true), refresh(attempt, grant));
        server.next("/token", json("{'error':'something_new'}"));
        assertEquals(new RefreshResult.Refused(false), refresh(attempt, grant));
    }

    @Test
    void a_github_app_rotates_the_whole_pair() {
        Grant before = githubGrant();
        assertTrue(before.credentials().refreshTokenExpiresAt().isPresent());
        server.next(
                "/token",
                json("{'access_token':'ghu_2','token_type':'bearer','scope':'','expires_in':28800,"
                        + "'refresh_token':'ghr_2','refresh_token_expires_in':15811200}"));

        Grant after = renewed(refresh(attempt("github"), before));

        assertEquals("ghr_2", after.credentials().refreshToken().orElseThrow().reveal());
        assertEquals("ghu_2", after.credentials().accessToken().reveal());
    }

    @Test
    void notion_takes_basic_and_json_and_identifies_a_user_in_a_workspace() {
        TestAttempt attempt = attempt("notion");
        server.next(
                "/token",
                json("{'access_token':'ntn_1','token_type':'bearer','refresh_token':'nrt_1','workspace_id':'w-1',"
                        + "'owner':{'type':'user','user':{'object':'user','id':'u-1'}}}"));

        ExchangeResult.Granted granted = granted(attempt);

        assertEquals("w-1|u-1", granted.account().value());
        RecordedRequest request = server.requests("/token").get(0);
        assertEquals(Optional.of("application/json"), request.header("content-type"));
        assertTrue(request.header("authorization").orElseThrow().startsWith("Basic "));
        assertEquals(Optional.of("authorization_code"), request.parameter("grant_type"));
        assertEquals(Optional.of("https://bridge.example/oauth/callback/notion"), request.parameter("redirect_uri"));
        assertEquals(Optional.empty(), request.parameter("client_secret"));

        server.next("/token", json("{'access_token':'ntn_2','token_type':'bearer','refresh_token':'nrt_2'}"));
        Grant after = renewed(refresh(attempt, granted.grant()));
        assertEquals("nrt_2", after.credentials().refreshToken().orElseThrow().reveal());
    }

    @Test
    void slack_nests_the_users_token_beside_the_bots() {
        TestAttempt attempt = attempt("slack");
        server.next(
                "/token",
                json("{'ok':true,'access_token':'xoxb-bot','token_type':'bot','scope':'commands','team':{'id':'T1'},"
                        + "'authed_user':{'id':'U1','scope':'search:read','access_token':'xoxp-1','token_type':'user',"
                        + "'refresh_token':'xoxe-1','expires_in':43200}}"));

        ExchangeResult.Granted granted = granted(attempt);

        assertEquals("T1|U1", granted.account().value());
        assertEquals("xoxp-1", granted.grant().credentials().accessToken().reveal());
        assertEquals(List.of("search:read"), granted.grant().scopes().values());

        server.next(
                "/token",
                json("{'ok':true,'access_token':'xoxp-2','token_type':'user','refresh_token':'xoxe-2',"
                        + "'expires_in':43200,'team':{'id':'T1'}}"));
        Grant after = renewed(refresh(attempt, granted.grant()));
        assertEquals("xoxp-2", after.credentials().accessToken().reveal());

        server.next("/token", json("{'ok':false,'error':'invalid_refresh_token'}"));
        assertEquals(new RefreshResult.InvalidGrant(), refresh(attempt, after));
        server.next("/token", json("{'ok':false,'error':'internal_error'}"));
        assertEquals(new RefreshResult.OutcomeUnknown(), refresh(attempt, after));
    }

    @Test
    void slack_without_a_user_grants_nothing() {
        TestAttempt attempt = attempt("slack");
        server.next("/token", json("{'ok':true,'access_token':'xoxb-bot','token_type':'bot','team':{'id':'T1'}}"));

        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    void the_tenant_in_an_issuer_is_the_id_tokens_own() {
        String issuer = server.issuer() + "/{tid}/v2.0";
        TestAttempt attempt = attempt(
                "microsoft",
                "issuer: " + issuer,
                "jwks_url: " + server.url("/keys"),
                "identity_url: " + server.url("/me"));
        assertEquals(Optional.empty(), attempt.authorization.pinned().issuer());
        server.always("/me", json("{'id':'48d31887-5fad-4d73-a9f5-3c356e68a038'}"));

        server.lie("iss", issuer.replace("{tid}", "tenant-1"));
        server.lie("tid", "tenant-1");
        assertEquals(
                "48d31887-5fad-4d73-a9f5-3c356e68a038",
                granted(attempt).account().value());

        server.lie("tid", "tenant-2");
        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
        server.lie("tid", "../tenant-1");
        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), attempt.run(server));
    }

    @Test
    void ambiguous_ids_are_rejected_or_digested() {
        TestAttempt notion = attempt("notion");
        String result = "{'access_token':'a','token_type':'bearer','workspace_id':'w|1','owner':{'user':{'id':'u'}}}";
        server.next("/token", json(result));
        assertEquals(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER), notion.run(server));

        TestAttempt github = attempt("github", "identity_url: " + server.url("/user"), "identity_path: /url");
        server.next("/token", json("{'access_token':'gho_1','token_type':'bearer'}"));
        server.next("/user", json("{'url':'https://id.example/people/1'}"));
        assertTrue(granted(github).account().isDigest());
    }

    private TestAttempt attempt(String provider, String... more) {
        StringBuilder yaml =
                new StringBuilder("  " + provider + ":\n    client_id: omnibridge-client\n" + "    client_secret: "
                        + HostileAuthorizationServer.CLIENT_SECRET + "\n    token_url: " + server.url("/token") + "\n");
        List.of(more).forEach(it -> yaml.append("    ").append(it).append('\n'));
        return new TestAttempt(TestAttempt.providers(yaml.toString()), provider);
    }

    private Grant githubGrant() {
        TestAttempt attempt = attempt("github", "identity_url: " + server.url("/user"));
        server.next(
                "/token",
                json("{'access_token':'ghu_1','token_type':'bearer','scope':'','expires_in':28800,"
                        + "'refresh_token':'ghr_1','refresh_token_expires_in':15811200}"));
        server.next("/user", json("{'id':1}"));
        return granted(attempt).grant();
    }

    private ExchangeResult.Granted granted(TestAttempt attempt) {
        return assertInstanceOf(ExchangeResult.Granted.class, attempt.run(server));
    }

    private static RefreshResult refresh(TestAttempt attempt, Grant grant) {
        ProviderId provider = attempt.provider;
        return attempt.providers.refresh(provider, grant, Duration.ofSeconds(5));
    }

    private static Grant renewed(RefreshResult result) {
        return assertInstanceOf(RefreshResult.Renewed.class, result).grant();
    }

    private static Misbehaviour json(String singleQuoted) {
        return Misbehaviour.status(200, Map.of("Content-Type", "application/json"), singleQuoted.replace('\'', '"'));
    }
}
