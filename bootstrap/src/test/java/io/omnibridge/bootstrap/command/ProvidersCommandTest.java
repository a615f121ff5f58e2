package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.revocation.RevokeProviderResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersCommandTest extends CommandLineFixture {

    private static final String VALUE = "cAnArY-77";

    @TempDir
    private Path folder;

    @Test
    @Tag("R9")
    void a_check_prints_its_results_and_fails_if_anything_is_wrong() {
        try (HostileAuthorizationServer server = HostileAuthorizationServer.start()) {
            assertEquals(0, run(providers(server.yaml("corporate")), "check"));
            assertTrue(out.toString().startsWith("corporate: fine: "), out::toString);

            String wrong = server.yaml("corporate").replace(HostileAuthorizationServer.CLIENT_SECRET, VALUE);
            assertEquals(1, run(providers(wrong), "check"));
            assertTrue(out.toString().contains("corporate: wrong: "), out::toString);
            assertEquals(0, server.validGrants());
        }
        assertFalse(out.toString().contains(VALUE));
        assertFalse(out.toString().contains(HostileAuthorizationServer.CLIENT_SECRET));
        assertEquals("", err.toString());
    }

    @Test
    void a_check_needs_a_provider() {
        assertEquals(2, run(Map.of(), "check"));
        assertEquals(2, run(providers("  {}"), "check"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("OMNIBRIDGE_PROVIDERS_FILE is required, with a provider in it"));
    }

    @Test
    @Tag("S6")
    void a_wrong_file_is_rejected_with_the_line_and_without_the_value() {
        assertEquals(2, run(providers("  google: {client_id: abc, clientsecret: " + VALUE + "}"), "check"));
        assertTrue(err.toString().contains("OMNIBRIDGE_PROVIDERS_FILE line 2: providers.google"), err::toString);
        assertFalse(err.toString().contains(VALUE));
    }

    @Test
    void grants_at_an_unknown_provider_cannot_be_revoked() {
        assertEquals(2, run(Map.of(), "revoke", "google"));
        assertEquals(2, run(Map.of(), "revoke", "Google!"));

        assertTrue(err.toString().startsWith("NAME is no provider of OMNIBRIDGE_PROVIDERS_FILE"), err::toString);
        assertTrue(err.toString().contains("NAME must be 1 to 63 characters"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void grants_in_the_memory_of_another_process_cannot_be_revoked() {
        Map<String, String> settings = providers("  google: {client_id: abc, client_secret: def}");
        settings.put("OMNIBRIDGE_JWT_ISSUER", "https://issuer.example");
        settings.put("OMNIBRIDGE_KEYSET", Keyset.generate().toJson());

        assertEquals(2, run(settings, "revoke", "google"));
        assertTrue(err.toString().contains("OMNIBRIDGE_STORE must be postgres or redis"), err::toString);
    }

    @Test
    void the_result_of_a_revocation_is_one_line() {
        assertEquals(
                "4 accounts unlinked: 2 grants revoked, 1 to be tried again; 3 accounts could not be read",
                ProvidersRevokeCommand.inWords(new RevokeProviderResult(4, 2, 1, 3)));
    }

    private Map<String, String> providers(String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("providers.yaml"), "providers:\n" + yaml);
            return new HashMap<>(Map.of(
                    "OMNIBRIDGE_PROVIDERS_FILE", file.toString(), "OMNIBRIDGE_PUBLIC_URL", "https://vault.example"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    int run(Map<String, String> environment, String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "providers";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return super.run(environment, words);
    }
}
