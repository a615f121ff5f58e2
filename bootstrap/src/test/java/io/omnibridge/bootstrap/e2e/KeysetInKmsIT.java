package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.FakeKmsClient;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A keyset that is wrapped by a KMS, whose client is in a jar beside the runnable jar. */
@Tag("C6")
@Tag("S6")
class KeysetInKmsIT {

    private static final int USAGE = 2;
    private static final String KMS_KEY = "OMNIBRIDGE_KEYSET_KMS_KEY";
    private static final String OURS = FakeKmsClient.PREFIX + "ours";
    private static final Map<String, String> SETTINGS = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWT_SECRET", "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n",
            "OMNIBRIDGE_DRAIN", "0s",
            "OMNIBRIDGE_HTTP_PORT", "0");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void packClient() throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("fake-kms.jar")))) {
            for (Class<?> type :
                    List.of(FakeKmsClient.class, FakeKmsClient.class.getDeclaredClasses()[0])) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream in =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                    put(jar, name, in.readAllBytes());
                }
            }
            byte[] service = FakeKmsClient.class.getName().getBytes(StandardCharsets.UTF_8);
            put(jar, "META-INF/services/com.google.crypto.tink.KmsClient", service);
        }
    }

    @Test
    void a_wrapped_keyset_starts_the_service_and_is_never_in_the_clear() {
        String wrapped = newKeyset(OURS);

        assertTrue(wrapped.contains("\"encryptedKeyset\""), wrapped);
        assertFalse(wrapped.contains("\"value\""), wrapped);
        try (Run run = serve(OURS, wrapped)) {
            run.awaitErr("listening on ");
        }
    }

    @Test
    void each_problem_ends_the_start_with_one_sentence() {
        String wrapped = newKeyset(OURS);

        assertRefused(
                serve(FakeKmsClient.PREFIX + "theirs", wrapped),
                "OMNIBRIDGE_KEYSET must be one Tink keyset in JSON, with an enabled primary key, that the KMS encrypted"
                        + " with the key of OMNIBRIDGE_KEYSET_KMS_KEY and lets this service decrypt");
        assertRefused(serve(FakeKmsClient.AWAY, wrapped), KMS_KEY + " names a key of a KMS that does not answer");
        assertRefused(
                serve("gcp-kms://projects/p", wrapped),
                KMS_KEY + " names a key that no KMS client on the class path knows");
        assertRefused(
                keysNew(FakeKmsClient.DECRYPT_ONLY),
                KMS_KEY + " names a key with which the KMS does not let this service encrypt");
    }

    @Test
    void without_the_client_jar_the_key_is_unknown() {
        try (Run run = Omnibridge.run(Jdk.running(), Map.of(KMS_KEY, OURS), "keys", "new")) {
            assertRefused(run, KMS_KEY + " names a key that no KMS client on the class path knows");
        }
    }

    private static String newKeyset(String uri) {
        try (Run run = keysNew(uri)) {
            assertEquals(0, run.exit(), run::err);
            assertEquals(1, run.out().lines().count());
            return run.out();
        }
    }

    private static Run keysNew(String uri) {
        return Omnibridge.runBeside(folder, Map.of(KMS_KEY, uri), "keys", "new");
    }

    private static Run serve(String uri, String keyset) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(KMS_KEY, uri);
        settings.put("OMNIBRIDGE_KEYSET", keyset);
        return Omnibridge.runBeside(folder, settings, "serve");
    }

    private static void assertRefused(Run run, String problem) {
        try (run) {
            assertEquals(USAGE, run.exit(), run::err);
            assertEquals("The configuration cannot be used:\n  " + problem + "\n", run.err());
            assertEquals("", run.out());
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }
}
