package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

    /** Returns the elements of a file that is one JSON array. */
    static List<JsonNode> array(String name) {
        try {
            return new ObjectMapper().readTree(text(name)).valueStream().toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
