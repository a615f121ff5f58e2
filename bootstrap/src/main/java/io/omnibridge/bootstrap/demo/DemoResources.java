package io.omnibridge.bootstrap.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the demo provider on the class path. */
final class DemoResources {

    private DemoResources() {}

    static String text(String name) {
        try (InputStream resource = DemoResources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException(name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
