package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every route that a document mentions exists, and docs/api-guide.md names every route. What exists is what openapi.yaml says,
 * which another test holds against the routes of the running service.
 */
class RoutesTest {

    private static final Pattern OPERATION = Pattern.compile("(?m)^  (/\\S*):$|^    (get|post|put|patch|delete):$");
    private static final Pattern MENTION = Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE) (/[^\\s`\"'|,)<]*)");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:8080(/[^\\s`\"'?|]*)");

    /** The one path of the listener for Prometheus, which is no part of the contract. */
    private static final String METRICS = "GET /metrics";

    private static final Set<String> ROUTES = routes();

    @Test
    void every_route_in_the_documents_exists() {
        assertEquals("", String.join("\n", problems(Document.all())));
    }

    @Test
    void the_api_guide_names_every_route() {
        Set<String> missing = new TreeSet<>(ROUTES);
        missing.remove(METRICS);
        missing.removeAll(Document.read("docs/api-guide.md").codeSpans());

        assertEquals(Set.of(), missing);
    }

    @Test
    void a_route_that_does_not_exist_is_found() {
        Document document = Document.planted("""
                `GET /accounts?provider=github` `DELETE /accounts/{provider}/{id}` `PUT /accounts` `GET /audit`
                ```sh
                curl http://127.0.0.1:8080/connect/ATTEMPT/complete http://127.0.0.1:8080/disconnect
                ```
                """);

        assertEquals(
                List.of(
                        "planted.md: no route DELETE /accounts/{provider}/{id}",
                        "planted.md: no route PUT /accounts",
                        "planted.md: no path /disconnect"),
                problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            Document.matches(MENTION, document.text())
                    .map(route -> route.group(1) + " " + route.group(2).replaceAll("[?#].*", ""))
                    .filter(route -> ROUTES.stream().noneMatch(known -> isOf(known, route)))
                    .forEach(route -> problems.add(document.problem("no route " + route)));
            Document.matches(ADDRESS, document.text())
                    .map(path -> path.group(1))
                    .filter(path -> ROUTES.stream().noneMatch(known -> isOf(known.replaceAll("^[A-Z]+ ", ""), path)))
                    .forEach(path -> problems.add(document.problem("no path " + path)));
        }
        return problems;
    }

    /**
     * A parameter in braces has the name that it has in the contract; any other text may stand for a parameter. The parameter
     * {@code {path}} is the rest of the path.
     */
    private static boolean isOf(String known, String mentioned) {
        if (known.endsWith("/{path}") && !mentioned.endsWith("/{path}")) {
            String[] parts = mentioned.split("/", known.split("/", -1).length);
            parts[parts.length - 1] = "path";
            return isOf(known.replace("{path}", "path"), String.join("/", parts));
        }
        String[] template = known.split("/", -1);
        String[] segments = mentioned.split("/", -1);
        if (template.length != segments.length) {
            return false;
        }
        for (int i = 0; i < template.length; i++) {
            boolean isParameter = template[i].startsWith("{") && !segments[i].startsWith("{");
            if (!isParameter && !template[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>(Set.of(METRICS));
        List<String> path = new ArrayList<>(List.of(""));
        String contract =
                Document.read("adapters-http/src/main/resources/openapi.yaml").text();
        Document.matches(OPERATION, contract).forEach(found -> {
            if (found.group(1) != null) {
                path.set(0, found.group(1));
            } else {
                routes.add(found.group(2).toUpperCase(Locale.ROOT) + " " + path.get(0));
            }
        });
        return routes;
    }
}
