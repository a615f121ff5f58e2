package io.omnibridge.bootstrap.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what a process writes, for as long as it writes. Thread-safe. */
final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Output(InputStream in) {
        reader = new Thread(() -> read(in), "output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What has been written so far. */
    String soFar() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Waits until no more can come. */
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
