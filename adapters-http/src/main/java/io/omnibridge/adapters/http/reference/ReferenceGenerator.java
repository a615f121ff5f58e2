package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pages of the reference. Only the build runs it. */
public final class ReferenceGenerator {

    private ReferenceGenerator() {}

    /**
     * Writes the pages.
     *
     * @param arguments openapi.yaml, and the directory for the pages
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        OpenApi openApi =
                new OpenApi(new YAMLMapper().readTree(Path.of(arguments[0]).toFile()));
        for (Map.Entry<String, byte[]> page : new ReferencePages(openApi).all().entrySet()) {
            Files.write(directory.resolve(page.getKey() + ".html"), page.getValue());
        }
    }
}
