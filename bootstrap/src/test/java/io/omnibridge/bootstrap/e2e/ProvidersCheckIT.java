package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code omnibridge providers check} by the real jar. It needs no vault. */
@Tag("S1")
@Tag("S6")
class ProvidersCheckIT {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_well_configured_provider_passes() {
        CommandResult result = check(server.yaml("corporate"), HostileAuthorizationServer.CLIENT_SECRET);

        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().contains("corporate: fine: the token endpoint knows this client"), result.out());
        assertTrue(
                result.out().contains("the redirect URI " + ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate"),
                result.out());
        assertEquals(0, server.validGrants());
    }

    @Test
    void a_wrong_secret_is_reported_and_not_repeated() {
        String wrong = "another-secret-than-theirs-81fe";
        CommandResult result =
                check(server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, wrong), wrong);

        assertEquals(1, result.status(), result.err());
        assertTrue(
                result.out().contains("corporate: wrong: the token endpoint does not know this client"), result.out());
    }

    private static CommandResult check(String yaml, String secret) {
        OperatorShell shell = new OperatorShell(ProvidersFile.settings(yaml));
        CommandResult result = shell.run("providers", "check");
        shell.assertNoneCameOut(List.of(secret));
        return result;
    }
}
