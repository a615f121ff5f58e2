package io.omnibridge.adapters.http.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlRenderer;
import io.omnibridge.adapters.http.html.PageContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages of the reference: an overview, a page for each tag, and one for the schemas. */
final class ReferencePages {

    /** The page at the address of the reference itself. */
    static final String OVERVIEW = "index";

    private static final String SCHEMAS = "schemas";

    private final OpenApi openApi;
    private final List<ReferenceEntry> entries;

    ReferencePages(OpenApi openApi) {
        this.openApi = openApi;
        this.entries = Stream.concat(
                        openApi.tags().stream().map(this::entry),
                        Stream.of(new ReferenceEntry(
                                SCHEMAS, "Schemas", "What requests and responses contain.", List.of())))
                .toList();
    }

    private ReferenceEntry entry(JsonNode tag) {
        String name = tag.path("name").asText();
        return new ReferenceEntry(name, title(name), tag.path("description").asText(), openApi.operations(name));
    }

    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the documents by name. */
    Map<String, byte[]> all() {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put(OVERVIEW, HtmlRenderer.toBytes(overview()));
        entries.forEach(entry -> pages.put(entry.name(), HtmlRenderer.toBytes(page(entry))));
        return pages;
    }

    private ReferencePage overview() {
        String version = openApi.info().path("version").asText();
        return new ReferencePage(
                frame("/docs", "OmniBridge API " + version),
                Markdown.html(openApi.info().path("description").asText()),
                entries,
                List.of(),
                List.of());
    }

    private ReferencePage page(ReferenceEntry entry) {
        List<SchemaView> schemas = entry.name().equals(SCHEMAS)
                ? openApi.schemas()
                        .map(it -> new SchemaView(it.getKey(), it.getValue()))
                        .toList()
                : List.of();
        return new ReferencePage(
                frame("/docs/" + entry.name(), entry.title()),
                Markdown.html(entry.description()),
                List.of(),
                entry.operations(),
                schemas);
    }

    private static Frame frame(String path, String title) {
        return Frame.open(PageContext.of(Optional.of("en"), path), title);
    }
}
