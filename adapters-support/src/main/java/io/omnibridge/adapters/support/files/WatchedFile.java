package io.omnibridge.adapters.support.files;

import io.omnibridge.adapters.support.text.SurroundingWhitespace;
import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Value in a small file that an operator may replace while the process runs, such as a password. A new content is used once two
 * readings in a row found the same, so a file that is just being written counts as one that has not changed yet. A file that
 * cannot be used changes nothing, and is logged once. It never prints the value. Thread-safe; one thread calls {@link #refresh}.
 *
 * @param <T> the value; immutable
 */
public final class WatchedFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final String name;
    private final Path file;
    private final Function<String, T> parser;
    private String content;
    private String candidate;
    private String lastProblem = "";
    private volatile T value;

    private WatchedFile(String name, Path file, Function<String, T> parser, String content) {
        this.name = name;
        this.file = file;
        this.parser = parser;
        this.content = content;
        this.candidate = content;
        this.value = parser.apply(SurroundingWhitespace.requireNone(content));
    }

    /**
     * Reads the file as {@link SmallTextFile} does.
     *
     * @param name the setting that names the file, for the log
     * @param parser throws {@link InvalidValue} for a content that is no value
     * @throws InvalidValue if the content is no value, or has white space at its edges
     * @throws IOException if the file cannot be read
     */
    public static <T> WatchedFile<T> open(String name, Path file, Function<String, T> parser) throws IOException {
        return new WatchedFile<>(name, file, parser, SmallTextFile.read(file));
    }

    /** Returns the value in use. */
    @Override
    public T get() {
        return value;
    }

    /** Reads the file again. */
    public void refresh() {
        try {
            take(SmallTextFile.read(file));
            lastProblem = "";
        } catch (InvalidValue e) {
            warnOnce(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            warnOnce("cannot be read: " + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            warnOnce("has a content that cannot be used: " + e.getClass().getSimpleName());
        }
    }

    private void take(String read) {
        boolean isSettled = read.equals(candidate);
        candidate = read;
        if (isSettled && !read.equals(content)) {
            InvalidValue.unless(!read.isEmpty(), "is empty");
            value = parser.apply(SurroundingWhitespace.requireNone(read));
            content = read;
            LOG.info("{} has changed: its new content is in use", name);
        }
    }

    private void warnOnce(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn("{} was not read again, its former content stays in use: the file {}", name, problem);
        }
        lastProblem = problem;
    }
}
