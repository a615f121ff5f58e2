package io.omnibridge.bootstrap.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Jdks;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start-up cache makes starts faster; a missing or unusable one fails no start. */
@Tag("long")
class StartupCacheIT {

    private static final String CREATING = "omnibridge: creating the start-up cache, for faster starts\n";
    private static final String FAILED = "omnibridge: the start-up cache could not be created: starts take longer\n";

    /** A line of the service's log, which the launcher did not print. */
    private static final String LOG_LINE = "(?m)^\\S+ INFO io\\.omnibridge\\.\\S+ - .*\n";

    /** With a cache, which the tests share because creating one takes long. */
    private static Checkout shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void createCache(@TempDir Path sharedFolder) throws IOException {
        shared = built(sharedFolder);
        assertEquals(CREATING, serve(shared));
        assertEquals(1, shared.startupCaches().size());
        assertTrue(Files.size(shared.startupCaches().get(0)) > 0);
    }

    @Test
    void the_first_serve_creates_the_cache_and_the_next_one_uses_it() throws IOException {
        assertEquals("", serve(shared));
        assertTrue(startsFromCache());
    }

    @Test
    void a_newer_jar_gets_a_new_cache() throws IOException {
        Files.copy(withNote(), shared.jar(), StandardCopyOption.REPLACE_EXISTING);

        assertEquals(CREATING, serve(shared));
        assertTrue(startsFromCache());
    }

    @Test
    void a_file_that_is_no_cache_is_ignored_without_a_message() throws IOException {
        Path cache = shared.startupCaches().get(0);
        Path kept = Files.move(cache, folder.resolve("kept"));
        for (byte[] junk : List.of(new byte[0], new byte[100_000])) {
            Files.write(cache, junk);

            assertEquals("", serve(shared));
            assertFalse(startsFromCache());
            Files.delete(cache);
        }
        Files.move(kept, cache);
    }

    @Test
    void the_cache_of_another_jar_is_ignored_without_a_message() throws IOException {
        Path cache = shared.startupCaches().get(0);
        Path copy = shared.copies().get(0);
        FileTime cacheTime = Files.getLastModifiedTime(cache);
        FileTime copyTime = Files.getLastModifiedTime(copy);
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plusSeconds(60)));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plusSeconds(30)));

        assertEquals("", serve(shared));
        assertFalse(startsFromCache());
        Files.setLastModifiedTime(cache, cacheTime);
        Files.setLastModifiedTime(copy, copyTime);
    }

    @Test
    void a_failed_training_run_is_reported_once_and_fails_no_start() throws IOException {
        Checkout checkout = built(folder);
        Files.delete(checkout.jar());
        Files.createSymbolicLink(checkout.jar(), withoutTrainingRun());

        assertEquals(CREATING + FAILED, serve(checkout));
        assertEquals("", serve(checkout));
    }

    @Test
    void no_cache_is_created_in_a_read_only_directory() throws IOException {
        Checkout checkout = built(folder);
        Path target = checkout.folder().resolve("bootstrap/target");
        assertTrue(target.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(target), "this user may write anywhere");

            assertEquals("", serve(checkout));
            assertEquals(List.of(), checkout.startupCaches());
        } finally {
            assertTrue(target.toFile().setWritable(true));
        }
    }

    static List<Jdk> jdks() {
        return Jdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_jdk_has_its_own_cache_and_no_setting_disturbs_it(Jdk jdk) throws IOException {
        Checkout checkout = built(folder);
        Map<String, String> unusable = Map.of("OMNIBRIDGE_STORE", "none", "OMNIBRIDGE_HTTP_PORT", "none");
        assertEquals(0, startupCache(checkout, jdk, unusable, "create").exit());

        try (Run run = startupCache(checkout, jdk, Map.of(), "options")) {
            assertEquals(0, run.exit());
            String option = run.out().lines().skip(1).findFirst().orElseThrow();
            Path cache = Path.of(option.substring(option.indexOf('=') + 1));
            assertEquals(checkout.jar().getParent(), cache.getParent());
            assertTrue(Files.size(cache) > 0);
        }
    }

    private Run startupCache(Checkout checkout, Jdk jdk, Map<String, String> environment, String task) {
        String script = checkout.folder().resolve("bootstrap/startup-cache").toString();
        return Run.start(
                folder,
                environment,
                List.of(
                        "sh",
                        script,
                        task,
                        jdk.home().toString(),
                        checkout.jar().toString()));
    }

    /** Returns a checkout whose jar is built. */
    private static Checkout built(Path folder) throws IOException {
        Checkout checkout = Checkout.in(folder.resolve("a folder with spaces"));
        Files.copy(Omnibridge.JAR, checkout.jar());
        return checkout;
    }

    /** Runs {@code serve} until it listens and returns what the launcher printed to standard error. */
    private static String serve(Checkout checkout) {
        return serve(checkout, Map.of());
    }

    private static String serve(Checkout checkout, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OMNIBRIDGE_HTTP_PORT", "0");
        try (Run run = Checkout.start(checkout.script(), environment, "serve", "--dev")) {
            run.awaitErr("listening on");
            run.terminate();
            assertEquals(143, run.exit());
            return run.err().replaceAll(LOG_LINE, "");
        }
    }

    private boolean startsFromCache() throws IOException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        serve(
                shared,
                Map.of(
                        "JDK_JAVA_OPTIONS",
                        "-Xlog:class+load:file=" + log.toString().replace(":", "\\:")));
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" io.omnibridge.bootstrap.wiring.Wiring "))
                .anyMatch(line -> line.contains("shared objects file"));
    }

    /** Returns a jar without the training run, for which no cache can be created. */
    private Path withoutTrainingRun() throws IOException {
        Path copy = Files.copy(Omnibridge.JAR, folder.resolve("without-training-run.jar"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Files.delete(zip.getPath("/io/omnibridge/bootstrap/TrainingRun.class"));
        }
        return copy;
    }

    /** Returns a jar with the same classes and other content. */
    private Path withNote() throws IOException {
        Path copy = Files.copy(Omnibridge.JAR, folder.resolve("with-note.jar"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Files.writeString(zip.getPath("/note"), "");
        }
        return copy;
    }
}
