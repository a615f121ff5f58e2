package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code omnibridge providers check}, which needs no vault. */
@Tag("S1")
@Tag("S6")
class ProvidersCheckIT {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_provider_that_is_set_up_well_is_found_to_be_so() {
        GrantCommands.Ended ended = check(server.yaml("corporate"), HostileAuthorizationServer.CLIENT_SECRET);

        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().contains("corporate: fine: the token endpoint knows this client"), ended.out());
        assertTrue(
                ended.out().contains(ProvidersFile.PUBLIC_URL + "/oauth/callback/corporate is registered"),
                ended.out());
        assertEquals(0, server.validGrants());
    }

    @Test
    void a_wrong_secret_is_found_out_and_not_repeated() {
        String wrong = "another-secret-than-theirs-81fe";
        GrantCommands.Ended ended =
                check(server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, wrong), wrong);

        assertEquals(1, ended.status(), ended.err());
        assertTrue(ended.out().contains("corporate: wrong: the token endpoint does not know this client"), ended.out());
    }

    private static GrantCommands.Ended check(String yaml, String secret) {
        GrantCommands commands = new GrantCommands(ProvidersFile.settings(yaml));
        GrantCommands.Ended ended = commands.run("providers", "check");
        commands.assertNoneCameOut(List.of(secret));
        return ended;
    }
}
