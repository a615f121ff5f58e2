package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an operator runs to rotate the keys of some nodes. Keys may stand on standard output where a command is to print a
 * keyset, and nowhere else.
 */
final class KeyCommands {

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final Nodes nodes;

    KeyCommands(Nodes nodes) {
        this.nodes = nodes;
        canaries.watch("store password", nodes.password());
    }

    /** How a command ended, and what it said. */
    record Ended(int status, String out, String err) {}

    /** Prints a keyset. */
    Keyset keyset(Keyset configured, String... arguments) {
        try (Run run = start(configured, arguments)) {
            assertEquals(0, run.exit(), run::err);
            evidence.add("standard error", run.err());
            return watched(Keyset.parse(run.out()));
        }
    }

    /** Prints no keyset. */
    Ended run(Keyset configured, String... arguments) {
        try (Run run = start(configured, arguments)) {
            int status = run.exit();
            evidence.add("standard output", run.out());
            evidence.add("standard error", run.err());
            return new Ended(status, run.out(), run.err());
        }
    }

    Run start(Keyset configured, String... arguments) {
        watched(configured);
        Map<String, String> settings =
                nodes.settings(Map.of("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER, "OMNIBRIDGE_KEYSET", configured.toJson()));
        return Omnibridge.run(
                Jdk.running(),
                settings,
                Stream.concat(Stream.of("keys"), Stream.of(arguments)).toArray(String[]::new));
    }

    void assertNothingSecretCameOut() {
        evidence.assertNoneOf(canaries);
    }

    private Keyset watched(Keyset keyset) {
        Vault.keyMaterial(keyset.toJson()).forEach(key -> canaries.watch("keyset", key));
        return keyset;
    }
}
