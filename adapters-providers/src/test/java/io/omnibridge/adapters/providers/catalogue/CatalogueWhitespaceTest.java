package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** White space at the edges of a text of the providers file, or of a secret file that it names, is a mistake. */
class CatalogueWhitespaceTest {

    private static final String RULE = " must not begin or end with white space or an invisible character";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\"s3cret \"", "\"\\ufeffs3cret\"", "\"s3cret\\n\"", "\" s3cret\"", "|\n        s3cret"})
    @Tag("C20")
    void a_secret_in_the_file_has_visible_edges(String secret) {
        assertEquals(
                List.of("line 4: providers.github.client_secret" + RULE), problems("client_secret: " + secret + "\n"));
    }

    @Test
    @Tag("C20")
    void a_secret_in_its_own_file_has_visible_edges() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n\n");

        assertEquals(
                List.of("line 4: providers.github.client_secret_file" + RULE),
                problems("client_secret_file: secret\n"));
    }

    private List<String> problems(String member) {
        String yaml = "providers:\n  github:\n    client_id: id\n    " + member;
        return assertThrows(InvalidCatalogue.class, () -> Catalogue.read(yaml, folder))
                .problems();
    }
}
