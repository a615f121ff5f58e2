package io.omnibridge.adapters.support.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** The files beside the classes of this package. */
final class TestFiles {

    private TestFiles() {}

    static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(TestFiles.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.US_ASCII);
    }

    /** Returns what a PEM file encodes. */
    static byte[] pem(String file) {
        return Base64.getDecoder().decode(text(file).replaceAll("-----[A-Z ]+-----|\\s", ""));
    }
}
