package io.omnibridge.contract;

import static io.omnibridge.contract.ContractRoutes.QUOTA;
import static io.omnibridge.contract.ContractServer.INVALID;
import static io.omnibridge.contract.ContractServer.WITHOUT_SCOPES;

import io.omnibridge.application.port.Samples;
import io.omnibridge.contract.Walk.Target;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Responses of each route to well-formed requests, accepted and rejected. */
final class DefaultResponses {

    private static final String JSON = "application/json";
    private static final Target LINK = new Target("POST", "/accounts/link");
    private static final Target LIST = new Target("GET", "/accounts");
    private static final Target ONE = new Target("GET", "/accounts/github/583231");
    private static final Target UNLINK = new Target("DELETE", "/accounts/github/583231");
    private static final Target AUDIT = new Target("GET", "/audit");

    private final Walk walk;

    DefaultResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        openRoutes();
        lifeOfAnAccount();
        rejectedLinks();
        auditLog();
        rejectedCallers();
        unrouted();
    }

    private void openRoutes() {
        for (String path : List.of("/healthz", "/readyz", "/openapi.yaml")) {
            walk.expect(200, new Target("GET", path), "");
            walk.expect(200, new Target("HEAD", path), "");
        }
    }

    private void lifeOfAnAccount() {
        link(201, "alice", "583231", ",\"expires_in\":0,\"scopes\":[\"repo\",\"read:user\"]");
        link(200, "alice", "583231", ",\"expires_at\":\"2030-01-31T12:00:00+01:00\"");
        link(201, "alice", "a|b~@:+=.-_", "");
        walk.expect(200, LIST, "alice");
        walk.expect(200, LIST.with("?provider=github"), "alice");
        walk.expect(200, new Target("HEAD", "/accounts"), "alice");
        walk.expect(200, ONE, "alice");
        walk.expect(200, new Target("GET", "/accounts/github/a%7Cb~@:+=.-_"), "alice");
        walk.expect(204, UNLINK, "alice");
        walk.expect(404, UNLINK, "alice");
        walk.expect(404, ONE, "bob");
        walk.expect(404, new Target("HEAD", "/accounts/GitHub/~h:x"), "bob");
    }

    private void rejectedLinks() {
        for (int i = 0; i < QUOTA; i++) {
            link(201, "carol", "account-" + i, "");
        }
        link(409, "carol", "one-too-many", "");
        connect("dave", "583231");
        link(409, "dave", "583231", "");
        walk.expect(200, ONE, "dave");
        link(400, "alice", "583231", ",\"user_id\":\"bob\",\"not a name\":1,\"expires_in\":-1");
        walk.expect(400, LINK, "alice", JSON, "not JSON");
        walk.expect(415, LINK, "alice", "text/plain", "{}");
    }

    private void auditLog() {
        walk.expect(200, AUDIT.with("?limit=1"), "alice");
        walk.expect(200, AUDIT.with("?limit=200&cursor=1"), "alice");
        walk.expect(200, AUDIT, "user-without-events");
        walk.expect(400, AUDIT.with("?limit=201"), "alice");
        walk.expect(400, AUDIT.with("?cursor=x"), "alice");
    }

    private void rejectedCallers() {
        Walk.TARGETS.stream().filter(target -> !Walk.isOpen(target)).forEach(target -> {
            walk.expect(401, target, "");
            walk.expect(401, target, INVALID);
            walk.expect(403, target, WITHOUT_SCOPES);
        });
        walk.expect(200, AUDIT.with("?limit=200"), "alice");
    }

    private void unrouted() {
        for (Target target : Walk.TARGETS) {
            boolean known = !target.path().equals("/nowhere");
            walk.expect(known ? 204 : 404, new Target("OPTIONS", target.path()), "");
            walk.expect(known ? 405 : 404, new Target("PUT", target.path()), "alice");
            walk.expect(known ? 405 : 404, new Target("TRACE", target.path()), "alice");
            walk.expect(known ? 400 : 404, target.with("?unknown=1"), "alice");
        }
    }

    private void link(int status, String user, String providerAccountId, String more) {
        String account = "{\"provider\":\"github\",\"provider_account_id\":\"" + providerAccountId + "\"";
        walk.expect(status, LINK, user, JSON, account + ",\"access_token\":\"t\"" + more + "}");
    }

    private void connect(String user, String providerAccountId) {
        Account account = Samples.account(
                Samples.key(new UserId(user), new ProviderId("github"), providerAccountId),
                LinkedBy.CONNECT,
                Samples.NOW);
        walk.server()
                .memory
                .ports()
                .accounts()
                .link(account, QUOTA, Optional.empty(), Samples.action(ActionKind.LINK, account.key()));
    }
}
