package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeNamesTest {

    private static final CodeNames NAMES = new CodeNames(SourceIndex.read(Document.ROOT));

    @Test
    void every_code_name_in_the_documents_exists() {
        assertEquals("", String.join("\n", NAMES.problems(Document.all())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccountKeeper",
                "Keeper",
                "TokenStore.keep",
                "Secret.show()",
                "isKeptForEver()",
                "linkedForEver",
                "adapters.store.paper",
                "docs/no-such-page.md",
                "nowhere.md/docs"
            })
    void a_code_name_that_does_not_exist_is_found(String name) {
        boolean isOfTheProject = !name.startsWith("nowhere");

        assertEquals(
                isOfTheProject ? List.of("planted.md: no code `" + name + "`") : List.of(),
                NAMES.problems(List.of(Document.planted("It is `" + name + "`."))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccountKey",
                "TokenStore.link",
                "RefreshState.Unknown",
                "reveal()",
                "linkedAt",
                "adapters.store.memory",
                "docs/glossary.md",
                "KmsClient",
                "Authorization",
                "access_token",
                "CALLING"
            })
    void a_code_name_that_exists_is_no_problem(String name) {
        assertEquals(List.of(), NAMES.problems(List.of(Document.planted("It is `" + name + "`."))));
    }

    @Test
    void qualified_names_and_names_in_diagrams_are_checked_too() {
        Document document = Document.planted("""
                ```sh
                java -cp omnibridge.jar io.omnibridge.bootstrap.Repetition
                ```
                ```mermaid
                cases["BeginConnect · BeginNothing"]
                ```
                """);

        assertEquals(
                List.of("planted.md: no class io.omnibridge.bootstrap.Repetition", "planted.md: no class BeginNothing"),
                NAMES.problems(List.of(document)));
    }
}
