package io.omnibridge.adapters.support.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Tag("P9")
class WatchedFileTest {

    private static final String NAME = "OMNIBRIDGE_SECRET_FILE";

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(WatchedFile.class);
    private final LogRecorder log = new LogRecorder();
    private Path file;
    private WatchedFile<String> watched;

    @BeforeEach
    void open() throws IOException {
        log.start();
        logger.addAppender(log);
        file = Files.writeString(folder.resolve("secret"), "old-canary\n");
        watched = WatchedFile.open(NAME, file, WatchedFileTest::longEnough);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private static String longEnough(String text) {
        InvalidValue.unless(text.length() >= 10, "must have 10 characters");
        return text;
    }

    @Test
    void a_new_content_is_used_after_two_readings() throws IOException {
        Files.writeString(file, "new-canary\n");

        watched.refresh();
        assertEquals("old-canary", watched.get());

        watched.refresh();
        assertEquals("new-canary", watched.get());
        assertEquals(List.of("INFO OMNIBRIDGE_SECRET_FILE has changed: its new content is in use"), lines());
    }

    @Test
    void a_file_that_is_just_being_written_is_not_used() throws IOException {
        for (String part : List.of("another-canary", "another-canary-that", "another-canary-that-is-long")) {
            Files.writeString(file, part);
            watched.refresh();
            assertEquals("old-canary", watched.get());
        }
        watched.refresh();
        assertEquals("another-canary-that-is-long", watched.get());
    }

    @Test
    void a_content_that_cannot_be_used_is_logged_once_and_the_old_one_stays() throws IOException {
        for (String wrong : List.of("", "canary", " old-canary2")) {
            Files.writeString(file, wrong);
            refresh(4);
        }
        assertEquals("old-canary", watched.get());
        assertEquals(
                List.of(
                        warning("is empty"),
                        warning("must have 10 characters"),
                        warning("must not begin or end with white space or an invisible character")),
                lines());
    }

    @Test
    void a_file_that_cannot_be_read_is_logged_once_and_may_return() throws IOException {
        Files.delete(file);
        refresh(3);
        assertEquals("old-canary", watched.get());
        assertEquals(List.of(warning("cannot be read: NoSuchFileException")), lines());

        Files.writeString(file, "new-canary");
        refresh(2);
        assertEquals("new-canary", watched.get());
    }

    @Test
    void a_link_that_is_replaced_is_followed() throws IOException {
        Path second = Files.writeString(folder.resolve("second"), "new-canary");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        WatchedFile<String> linked = WatchedFile.open(NAME, link, text -> text);

        Files.delete(link);
        Files.createSymbolicLink(link, second);
        linked.refresh();
        linked.refresh();

        assertEquals("new-canary", linked.get());
    }

    @Test
    void the_same_content_again_changes_nothing() throws IOException {
        String value = watched.get();
        Files.writeString(file, "old-canary\n");
        refresh(3);

        assertSame(value, watched.get());
        assertEquals(List.of(), lines());
    }

    private void refresh(int times) {
        for (int i = 0; i < times; i++) {
            watched.refresh();
        }
    }

    private static String warning(String problem) {
        return "WARN OMNIBRIDGE_SECRET_FILE was not read again, its former content stays in use: the file " + problem;
    }

    /** Returns the log, in which no content may appear. */
    private List<String> lines() {
        List<String> lines = log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
        assertTrue(lines.stream().noneMatch(line -> line.contains("canary")), lines::toString);
        return lines;
    }
}
