package io.omnibridge.adapters.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePagesTest {

    private static final int MAX_BYTES = 100 * 1024;
    private static final Pattern SECTION = Pattern.compile("<section id=\"([^\"]+)\">");
    private static final Pattern LINK = Pattern.compile("<a (?:class=\"[^\"]*\" )?href=\"([^\"]*)\"");

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final OpenApi CONTRACT = contract();
    private static final Map<String, String> PAGES = pages();

    @Test
    void every_operation_has_one_section() {
        List<String> operations = CONTRACT.root()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().valueStream())
                .filter(JsonNode::isObject)
                .map(operation -> operation.path("operationId").asText())
                .sorted()
                .toList();
        List<String> sections = PAGES.entrySet().stream()
                .filter(page -> !page.getKey().equals("schemas"))
                .flatMap(page -> matches(SECTION, page.getValue()).stream())
                .sorted()
                .toList();

        assertEquals(operations, sections);
        assertTrue(operations.contains("linkAccount"));
    }

    @Test
    void every_link_leads_to_a_page_or_a_section_or_the_contract() {
        Set<String> broken = new TreeSet<>();
        PAGES.forEach((name, html) -> matches(LINK, html).stream()
                .filter(target -> !target.startsWith("https://") && !exists(name, target))
                .forEach(target -> broken.add(name + ": " + target)));

        assertEquals(Set.of(), broken);
    }

    private static boolean exists(String page, String target) {
        String base = page.equals("index") ? "./" : "../";
        String path = target.startsWith(base) ? target.substring(base.length()) : "docs/" + target;
        if (path.equals("docs") || path.equals("openapi.yaml") || target.equals("#main")) {
            return true;
        }
        String[] parts = path.replaceFirst("^docs/", "").split("#", 2);
        String html = PAGES.getOrDefault(parts[0], "");
        return !html.isEmpty() && (parts.length == 1 || matches(SECTION, html).contains(parts[1]));
    }

    @Test
    void a_member_is_shown_with_its_type_and_what_it_means() {
        String accounts = PAGES.getOrDefault("schemas", "");

        assertTrue(accounts.contains("<dt><code>linked_by</code>"), accounts);
        assertTrue(accounts.contains("<code>token</code>"), accounts);
    }

    @Test
    @Tag("W9")
    void no_page_is_long_or_runs_or_loads_anything() {
        PAGES.forEach((name, html) -> {
            assertTrue(html.getBytes(StandardCharsets.UTF_8).length < MAX_BYTES, name);
            assertFalse(html.contains("<script") || html.contains("style=") || html.contains("<img"), name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/accounts", "/docs/schemas"})
    void pages_are_for_everyone_under_the_policy_of_all_pages(String path) {
        TestResponse response = API.get(path).send();

        assertEquals(200, response.status());
        assertTrue(response.header("content-type").startsWith("text/html"));
        assertTrue(response.header("content-security-policy").contains("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/nothing", "/docs/..%2f..", "/docs/Schemas", "/docs/index.html"})
    void any_other_page_is_not_found(String path) {
        int status = API.get(path).send().status();

        assertTrue(status == 404 || status == 400, path + ": " + status);
    }

    private static List<String> matches(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }

    private static OpenApi contract() {
        try (InputStream yaml = ReferencePagesTest.class.getResourceAsStream("/openapi.yaml")) {
            return new OpenApi(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the pages that the build wrote. */
    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (String name : new ReferencePages(CONTRACT).all().keySet()) {
            try (InputStream page = ReferencePages.class.getResourceAsStream(name + ".html")) {
                pages.put(name, new String(page.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return pages;
    }
}
