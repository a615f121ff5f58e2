package io.omnibridge.bootstrap.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the output of a process until its end. Thread-safe. */
final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Output(InputStream in) {
        reader = new Thread(() -> read(in), "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the output so far. */
    String soFar() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Waits for the end of the output. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    private void read(InputStream in) {
        try (in) {
            in.transferTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
