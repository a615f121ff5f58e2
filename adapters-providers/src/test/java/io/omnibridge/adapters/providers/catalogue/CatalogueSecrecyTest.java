package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that stands where a name belongs is not printed; the line of the mistake is. */
class CatalogueSecrecyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret: x",
                "s3cret:\n  a: b",
                "providers:\n  s3cret: x",
                "providers:\n  s3cret: [x]",
                "providers:\n  S3CRET-s3cret:\n    client_id: x",
                "providers:\n  github:\n    s3cret: x",
                "providers:\n  github:\n    s3cret:\n      a: b",
                "providers:\n  github:\n    client_secret:\n      s3cret: x",
                "providers:\n  github:\n    s3cret s3cret: x",
                "providers:\n  microsoft:\n    values:\n      s3cret: x",
                "providers:\n  github:\n    authorization_parameters:\n      s3cret: [x]",
                "providers:\n  github:\n    authorization_parameters:\n      '!s3cret': x",
                "providers:\n  github:\n    s3cret: x\n    s3cret: y",
                "return_to:\n  - url: https://app.example/\n    s3cret: x"
            })
    @Tag("S22")
    void a_secret_in_place_of_a_name_is_not_printed(String yaml) {
        String problems = String.join(
                "\n",
                assertThrows(InvalidCatalogue.class, () -> Catalogue.read(yaml + "\n", Path.of(".")))
                        .problems());

        assertFalse(problems.contains("s3cret"), problems);
        assertTrue(problems.startsWith("line "), problems);
    }
}
