package io.omnibridge.contract;

import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.application.connect.BeginConnect;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.contract.ConnectWalk.BegunAttempt;
import io.omnibridge.contract.Walk.Target;
import io.omnibridge.domain.connect.AttemptFailure;
import java.time.Duration;
import java.util.List;

/** Responses of the routes of connect, and redirects of browsers. */
final class ConnectResponses {

    private static final Target PROVIDERS = new Target("GET", "/providers");
    private static final Target AUDIT = new Target("GET", "/audit?limit=200");
    private static final String ACCOUNT = "110169484474386276334";
    private static final String GUESS = "0".repeat(43);

    private final Walk walk;

    ConnectResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        lifeOfAnAttempt();
        cancelling();
        unlinking();
        browsersWithoutAnApplication();
        endedByTheProvider();
        rejectedBeginnings();
        rejectedCompletions();
        rejectedCallbacks();
    }

    private void lifeOfAnAttempt() {
        ConnectWalk erin = new ConnectWalk(walk, "erin");
        walk.expect(200, PROVIDERS, "erin");
        walk.expect(200, new Target("HEAD", "/providers"), "erin");
        BegunAttempt begun = erin.beginForApplication();
        walk.expect(200, begun.shown(), "erin");
        walk.expect(404, begun.shown(), "mallory");
        erin.complete(409, begun, GUESS);
        String ticket = erin.ticket(begun);
        walk.expect(200, begun.shown(), "erin");
        erin.openCallback(404, "google", "?code=c&state=" + begun.state());
        erin.complete(400, begun, GUESS);
        erin.complete(201, begun, ticket);
        erin.complete(201, begun, ticket);
        walk.expect(200, begun.shown(), "erin");
        walk.expect(200, PROVIDERS, "erin");
        erin.connect(201);
        walk.expect(200, new Target("GET", "/accounts/google/" + ACCOUNT), "erin");
        walk.expect(200, AUDIT, "erin");
    }

    private void cancelling() {
        ConnectWalk erin = new ConnectWalk(walk, "erin");
        BegunAttempt pending = erin.beginForApplication();
        walk.expect(404, pending.cancelled(), "mallory");
        walk.expect(204, pending.cancelled(), "erin");
        walk.expect(204, pending.cancelled(), "erin");
        walk.expect(200, pending.shown(), "erin");
        BegunAttempt returned = erin.beginForApplication();
        String ticket = erin.ticket(returned);
        walk.expect(204, returned.cancelled(), "erin");
        erin.complete(409, returned, ticket);
        BegunAttempt completed = erin.beginForApplication();
        erin.complete(201, completed, erin.ticket(completed));
        walk.expect(409, completed.cancelled(), "erin");
    }

    private void unlinking() {
        Target unlink = new Target("DELETE", "/accounts/google/" + ACCOUNT);
        walk.expect(204, unlink.with("?wait=false"), "erin");
        for (RevocationResult response : List.of(
                new RevocationResult.Revoked(),
                new RevocationResult.Failed(Duration.ofMinutes(1)),
                new RevocationResult.NotConfigured(),
                new RevocationResult.Impossible())) {
            walk.server().providers.revocation(() -> response);
            new ConnectWalk(walk, "erin").connect(201);
            walk.expect(200, unlink.with("?wait=true"), "erin");
        }
        walk.expect(404, unlink.with("?wait=true"), "erin");
        walk.expect(400, unlink.with("?wait=maybe"), "erin");
        walk.expect(200, AUDIT, "erin");
    }

    private void browsersWithoutAnApplication() {
        ConnectWalk frank = new ConnectWalk(walk, "frank");
        BegunAttempt granted = frank.begin("");
        frank.openCallback(200, "google", "?code=c&state=" + granted.state());
        BegunAttempt denied = frank.begin(",\"scopes\":[\"email\"]");
        frank.openCallback(400, "google", "?error=access_denied&state=" + denied.state());
        BegunAttempt mixedUp = frank.begin("");
        frank.openCallback(400, "google", "?code=c&iss=https://evil.example&state=" + mixedUp.state());
        walk.expect(200, mixedUp.shown(), "frank");
    }

    private void endedByTheProvider() {
        ConnectWalk grace = new ConnectWalk(walk, "grace");
        BegunAttempt denied = grace.beginForApplication();
        grace.openCallback(303, "google", "?error=access_denied&state=" + denied.state());
        grace.complete(409, denied, GUESS);
        walk.expect(200, denied.shown(), "grace");
        walk.server().providers.exchange(() -> new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED));
        grace.connect(409);
        walk.server().providers.exchange(() -> new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER));
        grace.connect(502);
        for (int account = 0; account <= ContractRoutes.QUOTA; account++) {
            ExchangeResult granted = FakeProviders.granted("account-" + account);
            walk.server().providers.exchange(() -> granted);
            grace.connect(account < ContractRoutes.QUOTA ? 201 : 409);
        }
        walk.expect(200, AUDIT, "grace");
    }

    private void rejectedBeginnings() {
        ConnectWalk heidi = new ConnectWalk(walk, "heidi");
        heidi.begin(400, "{\"provider\":\"github\"}");
        heidi.begin(400, "{\"provider\":\"google\",\"scopes\":[\"everything\"]}");
        heidi.begin(400, "{\"provider\":\"google\",\"return_to\":\"https://evil.example/\"}");
        heidi.begin(400, "{\"provider\":\"google\",\"user_id\":\"alice\",\"redirect_uri\":\"https://evil.example/\"}");
        heidi.begin(400, "not JSON");
        walk.expect(415, new Target("POST", "/connect"), "heidi", "text/plain", "{}");
        for (int i = 0; i < BeginConnect.MAX_OPEN; i++) {
            heidi.begin("");
        }
        heidi.begin(409, "{\"provider\":\"google\"}");
        rejectedWhileBusy();
        walk.expect(200, AUDIT, "heidi");
    }

    private void rejectedWhileBusy() {
        ConnectWalk kim = new ConnectWalk(walk, "kim");
        BegunAttempt begun = kim.beginForApplication();
        String ticket = kim.ticket(begun);
        List<CallPermit> permits = walk.server().occupyGoogle("kim");
        kim.complete(429, begun, ticket);
        walk.server().providers.failDiscovery();
        kim.begin(429, "{\"provider\":\"google\"}");
        walk.server().providers.succeedDiscovery();
        permits.forEach(CallPermit::close);
    }

    private void rejectedCompletions() {
        ConnectWalk ivan = new ConnectWalk(walk, "ivan");
        BegunAttempt begun = ivan.beginForApplication();
        ivan.complete(400, begun, "short");
        walk.expect(415, begun.complete(), "ivan", "text/plain", "{}");
        new ConnectWalk(walk, "mallory").complete(404, begun, ivan.ticket(begun));
        for (int i = 0; i < 5; i++) {
            ivan.complete(i < 4 ? 400 : 409, begun, GUESS);
        }
        walk.expect(404, new Target("GET", "/connect/none"), "ivan");
        walk.expect(200, AUDIT, "ivan");
    }

    private void rejectedCallbacks() {
        ConnectWalk judy = new ConnectWalk(walk, "judy");
        BegunAttempt begun = judy.beginForApplication();
        judy.openCallback(404, "notion", "?code=c&state=" + begun.state());
        judy.openCallback(404, "Not-A-Provider", "?code=c&state=" + begun.state());
        judy.openCallback(404, "google", "?code=c&state=unknown");
        judy.openCallback(400, "google", "");
        judy.openCallback(400, "google", "?code=c&error=e&state=" + begun.state());
        walk.expect(200, new Target("HEAD", "/oauth/callback/google?code=c&state=" + begun.state()), "");
        judy.ticket(begun);
    }
}
