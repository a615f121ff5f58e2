package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator runs about grants. Nothing that it prints may have a secret in it. */
final class GrantCommands {

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final Map<String, String> settings;

    GrantCommands(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER);
    }

    /** How a command ended, and what it said. */
    record Ended(int status, String out, String err) {}

    Ended run(String... arguments) {
        try (Run run = Omnibridge.run(Jdk.running(), settings, arguments)) {
            int status = run.exit();
            evidence.add("standard output", run.out());
            evidence.add("standard error", run.err());
            return new Ended(status, run.out(), run.err());
        }
    }

    void assertNoneCameOut(List<String> secrets) {
        secrets.forEach(secret -> canaries.watch("secret", secret));
        evidence.assertNoneOf(canaries);
    }
}
