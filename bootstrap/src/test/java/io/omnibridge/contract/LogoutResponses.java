package io.omnibridge.contract;

import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.contract.Walk.Target;

/** Responses to the issuer's notices that a user signed out there. */
final class LogoutResponses {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Target LOGOUT = new Target("POST", "/ui/back-channel-logout");

    private final Walk walk;

    LogoutResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        send(200, "logout_token=signed-out");
        send(400, "logout_token=signed-out");
        send(400, "logout_token=");
        walk.expect(415, LOGOUT, "", "application/json", "{}");
        walk.server().faults.during(new StoreUnavailable("away"), () -> send(503, "logout_token=not-signed-out"));
        walk.server().faults.during(new IllegalStateException("token"), () -> send(500, "logout_token=not-signed-out"));
    }

    private ActualResponse send(int status, String body) {
        return walk.expect(status, LOGOUT, "", FORM, body);
    }
}
