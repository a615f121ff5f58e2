package io.omnibridge.adapters.store.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Stored values as earlier builds wrote them, one a line. What is stored outlives the program: they change only with the format's version. */
public final class GoldenFile {

    private GoldenFile() {}

    /** Returns the lines of a file beside the class {@code test}. */
    public static List<String> lines(Class<?> test, String name) {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
