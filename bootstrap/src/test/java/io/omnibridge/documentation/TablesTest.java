package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table begins with a header, and its rows have as many cells: otherwise GitHub shows text with bars. */
class TablesTest {

    private static final Pattern TABLE = Pattern.compile("(?m)(?:^ *\\|.*(?:\\n|\\z))+");
    private static final Pattern DELIMITER = Pattern.compile(" *\\|(?: *:?-+:? *\\|)+ *");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    @Test
    void every_row_belongs_to_a_table() {
        List<Document> documents = Stream.concat(Document.all().stream(), Stream.of(Document.read("CHANGELOG.md")))
                .toList();

        assertEquals("", String.join("\n", problems(documents)));
    }

    @Test
    void a_broken_table_is_found() {
        Document document = Document.planted("""
                | a | b |
                |---|---|
                | 1 | `x\\|y` |

                | 2 | a blank line before |

                | a | b |
                |---|---|
                | a bar in `x|y` | 3 |
                ```
                | no table
                ```
                """);

        assertEquals(
                List.of(
                        "planted.md: no header above: | 2 | a blank line before |",
                        "planted.md: 3 cells instead of 2: | a bar in `x|y` | 3 |"),
                problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> Document.matches(TABLE, document.prose())
                        .flatMap(table -> problemsOf(table.group().lines().toList()).stream())
                        .map(document::problem))
                .toList();
    }

    private static List<String> problemsOf(List<String> rows) {
        if (rows.size() < 2 || !DELIMITER.matcher(rows.get(1)).matches()) {
            return List.of("no header above: " + rows.get(0).strip());
        }
        long cells = cells(rows.get(0));
        List<String> problems = new ArrayList<>();
        rows.stream()
                .filter(row -> cells(row) != cells)
                .forEach(row -> problems.add(cells(row) + " cells instead of " + cells + ": " + row.strip()));
        return problems;
    }

    private static long cells(String row) {
        return BAR.matcher(row).results().count() - 1;
    }
}
