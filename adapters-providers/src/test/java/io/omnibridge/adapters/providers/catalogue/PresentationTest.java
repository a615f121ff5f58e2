package io.omnibridge.adapters.providers.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.application.port.ProviderPresentation;
import io.omnibridge.domain.account.ProviderId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("L6")
class PresentationTest {

    private static String yaml(String more) {
        return "providers:\n  github:\n    client_id: id\n    client_secret: s3cret\n" + more;
    }

    private static ProviderPresentation read(String more) throws InvalidCatalogue {
        return Catalogue.read(yaml(more), Path.of("/nonexistent"))
                .entry(new ProviderId("github"))
                .orElseThrow()
                .connectable()
                .presentation();
    }

    private static List<String> problems(String member) {
        return assertThrows(InvalidCatalogue.class, () -> read(member)).problems();
    }

    @Test
    void an_operator_may_describe_a_provider_and_name_a_logo() throws Exception {
        String longest = "\ud83d\ude00" + "a".repeat(499);

        assertEquals(ProviderPresentation.NONE, read(""));
        assertEquals(
                new ProviderPresentation(Optional.of(longest), Optional.of(URI.create("https://cdn.example/g.svg"))),
                read("    description: " + longest + "\n    logo: https://cdn.example/g.svg\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\nb\"", "\"a\\u202eb\"", "\"a\\u0085b\""})
    void a_description_is_one_line(String value) {
        assertEquals(
                List.of("line 5: providers.github.description must be 1 to 500 characters on one line"),
                problems("    description: " + value + "\n"));
    }

    @Test
    void a_description_has_at_most_500_characters() {
        assertEquals(1, problems("    description: " + "a".repeat(501) + "\n").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example/g.svg",
                "javascript:alert(1)",
                "\"data:image/svg+xml,x\"",
                "//cdn.example/g.svg"
            })
    void a_logo_is_at_a_url_with_https(String value) {
        assertEquals(List.of("line 5: providers.github.logo " + Urls.RULE), problems("    logo: " + value + "\n"));
    }
}
