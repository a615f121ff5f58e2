package io.omnibridge.contract;

import static io.omnibridge.contract.ContractServer.WITHOUT_KEYS;

import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.contract.Walk.Target;
import java.util.List;

/** Responses of each route when the store, a provider or the keys are unavailable. */
final class FaultResponses {

    /** Nothing is looked up for it, so nothing fails; {@link SearchResponses} has an item that exists. */
    private static final String UNKNOWN_ITEM = "/items/none";

    private final Walk walk;

    FaultResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        Target callback = new Target("GET", "/oauth/callback/google?code=c&state=s");
        for (Target open : List.of(new Target("GET", "/readyz"), callback)) {
            expect(503, open, new StoreUnavailable("away"));
            expect(500, open, new IllegalStateException("token"));
        }
        expect(503, new Target("POST", "/connect"), new ProviderUnavailable("away"));
        Walk.TARGETS.stream().filter(target -> !Walk.isOpen(target)).forEach(target -> {
            walk.expect(503, target, WITHOUT_KEYS);
            Target wellFormed = wellFormed(target);
            if (!wellFormed.path().equals(UNKNOWN_ITEM)) {
                expect(503, wellFormed, new StoreUnavailable("away"));
                expect(500, wellFormed, new IllegalStateException("token"));
                expect(500, wellFormed, new StackOverflowError("token"));
            }
        });
    }

    private static Target wellFormed(Target target) {
        return target.method().equals("GET") && target.path().equals("/search") ? target.with("?q=plans") : target;
    }

    private void expect(int status, Target target, Throwable fault) {
        ActualResponse response = walk.server()
                .faults
                .during(fault, () -> walk.expect(status, target, "alice", "application/json", body(target)));
        List.of("token", "away", "java", "Exception", "Error(").forEach(word -> {
            if (response.body().contains(word)) {
                throw new AssertionError("the response repeats the fault: " + response);
            }
        });
    }

    private static String body(Target target) {
        String body = target.path().endsWith("/complete")
                ? "{'ticket':'" + "0".repeat(43) + "'}"
                : switch (target.path()) {
                    case "/connect" -> "{'provider':'google'}";
                    case "/mcp" -> "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'list_sources'}}";
                    case "/search" -> "{'q':'plans'}";
                    case "/leases" -> "{'label':'agent'}";
                    default -> "{'provider':'github','provider_account_id':'1','access_token':'t'}";
                };
        return target.method().equals("POST") ? body.replace('\'', '"') : "";
    }
}
