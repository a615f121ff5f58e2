package io.omnibridge.contract;

import static io.omnibridge.contract.ContractServer.WHILE_KEYS_ARE_AWAY;

import io.omnibridge.adapters.http.contract.Answer;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.contract.Walk.Target;
import java.util.List;

/** What each route that needs the store, or a verified caller, answers when it has neither. */
final class AnswersToFaults {

    private final Walk walk;

    AnswersToFaults(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        Target readyz = new Target("GET", "/readyz");
        expect(503, readyz, new StoreUnavailable("away"));
        expect(500, readyz, new IllegalStateException("token"));
        Walk.TARGETS.stream().filter(target -> !Walk.isOpen(target)).forEach(target -> {
            expect(503, target, new StoreUnavailable("away"));
            expect(500, target, new IllegalStateException("token"));
            expect(500, target, new StackOverflowError("token"));
            walk.expect(503, target, WHILE_KEYS_ARE_AWAY);
        });
    }

    private void expect(int status, Target target, Throwable fault) {
        String body = """
                {"provider":"github","provider_account_id":"1","access_token":"t"}""";
        boolean link = target.method().equals("POST");
        Answer answer = walk.server()
                .faults
                .during(fault, () -> walk.expect(status, target, "alice", "application/json", link ? body : ""));
        List.of("token", "away", "java", "Exception", "Error(").forEach(word -> {
            if (answer.body().contains(word)) {
                throw new AssertionError("the answer repeats the fault: " + answer);
            }
        });
    }
}
