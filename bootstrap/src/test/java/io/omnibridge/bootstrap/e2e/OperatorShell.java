package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands of the real jar as an operator does, and keeps their output, which must not contain a secret. */
final class OperatorShell {

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final Map<String, String> settings;

    OperatorShell(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER);
    }

    /** Runs a command to its end. */
    CommandResult run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command with another keyset to its end. */
    CommandResult run(Keyset keyset, String... arguments) {
        return run(configured(keyset), arguments);
    }

    private CommandResult run(Map<String, String> more, String... arguments) {
        try (Run run = start(more, arguments)) {
            int status = run.exit();
            evidence.add("standard output", run.out());
            evidence.add("standard error", run.err());
            return new CommandResult(status, run.out(), run.err());
        }
    }

    /** Runs a command that prints a keyset, the only secret that may be on standard output. */
    Keyset printedKeyset(Keyset keyset, String... arguments) {
        try (Run run = start(configured(keyset), arguments)) {
            assertEquals(0, run.exit(), run::err);
            evidence.add("standard error", run.err());
            Keyset printed = Keyset.parse(run.out());
            configured(printed);
            return printed;
        }
    }

    /** Starts a command with another keyset. */
    Run start(Keyset keyset, String... arguments) {
        return start(configured(keyset), arguments);
    }

    private Run start(Map<String, String> more, String... arguments) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return Omnibridge.run(Jdk.running(), all, arguments);
    }

    /** Returns the setting of {@code keyset}, whose keys are searched for from now on. */
    private Map<String, String> configured(Keyset keyset) {
        Vault.keyMaterial(keyset.toJson()).forEach(key -> canaries.watch("keyset", key));
        return Map.of("OMNIBRIDGE_KEYSET", keyset.toJson());
    }

    /** Fails if the output of any command contains one of {@code secrets} or a key. */
    void assertNoneCameOut(List<String> secrets) {
        secrets.forEach(secret -> canaries.watch("secret", secret));
        evidence.assertNoneOf(canaries);
    }
}
