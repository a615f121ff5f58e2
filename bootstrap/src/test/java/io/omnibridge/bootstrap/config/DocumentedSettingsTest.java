package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.documentation.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every setting that a document mentions exists, and docs/configuration.md has a row for every setting. */
class DocumentedSettingsTest {

    /** The second group tells a family of names, such as {@code OMNIBRIDGE_*}, from a name. */
    private static final Pattern MENTION = Pattern.compile("\\b(OMNIBRIDGE(?:_[A-Z0-9]+)+)(_?[*…]|_…)?");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(OMNIBRIDGE_[A-Z0-9_]+)` \\|(.*)$");
    private static final Set<String> NAMES = ConfigReader.names();

    /** Settings of the tests themselves. */
    private static final Set<String> OF_TESTS = Set.of("OMNIBRIDGE_TEST_BROWSER");

    @Test
    void every_setting_in_the_documents_exists() {
        assertEquals("", String.join("\n", problems(Document.all())));
    }

    @Test
    void the_configuration_page_has_a_row_for_every_setting() {
        Set<String> documented = new TreeSet<>();
        Pattern.compile("\n")
                .splitAsStream(Document.read("docs/configuration.md").text())
                .forEach(line -> {
                    var row = ROW.matcher(line);
                    if (row.matches()) {
                        documented.add(row.group(1));
                        if (row.group(2).contains("*file*")) {
                            documented.add(row.group(1) + "_FILE");
                        }
                    }
                });

        assertEquals(new TreeSet<>(NAMES), documented);
    }

    @Test
    void a_setting_that_does_not_exist_is_found() {
        Document document = new Document(
                Path.of("planted.md"),
                "OMNIBRIDGE_STORE OMNIBRIDGE_STORES OMNIBRIDGE_KEYSET_FILE OMNIBRIDGE_STORE_FILE"
                        + " OMNIBRIDGE_* OMNIBRIDGE_POSTGRES_… OMNIBRIDGE_ORACLE_…");

        assertEquals(
                List.of(
                        "planted.md: no setting OMNIBRIDGE_STORES",
                        "planted.md: no setting OMNIBRIDGE_STORE_FILE",
                        "planted.md: no setting OMNIBRIDGE_ORACLE"),
                problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            MENTION.matcher(document.text())
                    .results()
                    .filter(name -> !OF_TESTS.contains(name.group(1)))
                    .filter(name -> name.group(2) == null
                            ? !NAMES.contains(name.group(1))
                            : NAMES.stream().noneMatch(known -> known.startsWith(name.group(1) + "_")))
                    .forEach(name -> problems.add(document.path() + ": no setting " + name.group(1)));
        }
        return problems;
    }
}
