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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A start that takes longer than it could is no failed start, and says no more than that. */
class ClassArchiveIT {

    private static final String MAKING = "omnibridge: making an archive of classes, for faster starts\n";
    private static final String FAILED = "omnibridge: no archive could be made: starts take longer\n";

    /** What the log says that is not the launcher's. */
    private static final String LOG_LINE = "(?m)^\\S+ INFO io\\.omnibridge\\.\\S+ - .*\n";

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void build() throws IOException {
        checkout = Checkout.in(folder.resolve("a folder with spaces"));
        Files.copy(Omnibridge.JAR, checkout.jar());
        Files.setLastModifiedTime(checkout.jar(), FileTime.from(Instant.now().plusSeconds(1)));
        pause();
    }

    @Test
    void the_first_service_makes_it_and_the_next_one_starts_from_it() throws IOException {
        assertEquals(MAKING, served());
        assertEquals(1, checkout.archives().size());
        assertTrue(Files.size(checkout.archives().get(0)) > 0);

        assertEquals("", served());
        assertTrue(startsFromArchive());
    }

    @Test
    void it_is_made_again_for_another_jar() throws IOException {
        served();
        Files.setLastModifiedTime(checkout.jar(), FileTime.from(Instant.now().plusSeconds(1)));
        pause();

        assertEquals(MAKING, served());
        assertTrue(startsFromArchive());
    }

    @Test
    void what_is_no_archive_is_passed_over_in_silence() throws IOException {
        served();
        Path archive = checkout.archives().get(0);
        for (byte[] junk : List.of(new byte[0], new byte[100_000])) {
            Files.delete(archive);
            Files.write(archive, junk);

            assertEquals("", served());
            assertFalse(startsFromArchive());
        }
    }

    @Test
    void an_archive_of_another_jar_is_passed_over_in_silence() throws IOException {
        served();
        FileTime inFuture = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(checkout.archives().get(0), inFuture);
        Files.setLastModifiedTime(checkout.jar(), FileTime.from(Instant.now().plusSeconds(30)));

        assertEquals("", served());
        assertFalse(startsFromArchive());
    }

    @Test
    void a_rehearsal_that_fails_is_said_once_and_fails_no_start() throws IOException {
        Files.delete(checkout.jar());
        Files.createSymbolicLink(checkout.jar(), withoutRehearsal());

        assertEquals(MAKING + FAILED, served());
        assertEquals("", served());
    }

    @Test
    void where_nothing_can_be_written_nothing_is_made() throws IOException {
        Path target = checkout.folder().resolve("bootstrap/target");
        assertTrue(target.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(target), "this user may write anywhere");

            assertEquals("", served());
            assertEquals(List.of(), checkout.archives());
        } finally {
            assertTrue(target.toFile().setWritable(true));
        }
    }

    static List<Jdk> jdks() {
        return Jdks.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void every_jdk_has_one_of_its_own_whatever_the_environment_is(Jdk jdk) throws IOException {
        Map<String, String> unusable = Map.of("OMNIBRIDGE_STORE", "none", "OMNIBRIDGE_HTTP_PORT", "none");
        assertEquals(0, archive(jdk, unusable, "make").exit());

        try (Run use = archive(jdk, Map.of(), "use")) {
            assertEquals(0, use.exit());
            String option = use.out().lines().skip(1).findFirst().orElseThrow();
            assertEquals(checkout.archives().get(0).toString(), option.substring(option.indexOf('=') + 1));
        }
    }

    private Run archive(Jdk jdk, Map<String, String> environment, String task) {
        String script = checkout.folder().resolve("bootstrap/class-archive").toString();
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

    /** Serves until it listens; answers what stood on standard error but for the log. */
    private String served() {
        return served(Map.of());
    }

    private String served(Map<String, String> more) {
        try (Run run = start(more)) {
            run.awaitErr("listening on");
            run.terminate();
            assertEquals(143, run.exit());
            return run.err().replaceAll(LOG_LINE, "");
        }
    }

    private boolean startsFromArchive() throws IOException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        served(Map.of(
                "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log.toString().replace(":", "\\:")));
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" io.omnibridge.bootstrap.wiring.Wiring "))
                .anyMatch(line -> line.contains("shared objects file"));
    }

    private Run start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OMNIBRIDGE_HTTP_PORT", "0");
        return Checkout.start(checkout.script(), environment, "serve", "--dev");
    }

    /** A jar of which the JVM keeps nothing, since it has no rehearsal. */
    private Path withoutRehearsal() throws IOException {
        Path copy = Files.copy(Omnibridge.JAR, folder.resolve("without-rehearsal.jar"));
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Files.delete(zip.getPath("/io/omnibridge/bootstrap/Rehearsal.class"));
        }
        return copy;
    }

    /** So that what is written next is newer than the jar. */
    private static void pause() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
