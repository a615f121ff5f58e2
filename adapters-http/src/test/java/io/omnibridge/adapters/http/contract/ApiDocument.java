package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parsed openapi.yaml. JSON pointers (RFC 6901) address its parts. Immutable. */
public final class ApiDocument {

    static final String RESOURCE = "openapi.yaml";

    private static final JsonPointer UNROUTED = JsonPointer.compile("/x-unrouted");
    private static final Pattern METHOD = Pattern.compile("get|put|post|delete|options|head|patch|trace");
    private static final ApiDocument LOADED = new ApiDocument(read());

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    public static ApiDocument load() {
        return LOADED;
    }

    private static JsonNode read() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/" + RESOURCE)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode at(JsonPointer place) {
        return root.at(place);
    }

    /** Returns the pointer to each operation, by its method and path template, such as {@code GET /audit}. */
    public SortedMap<String, JsonPointer> operations() {
        SortedMap<String, JsonPointer> operations = new TreeMap<>();
        JsonPointer paths = JsonPointer.compile("/paths");
        names(paths)
                .forEach(template -> names(paths.appendProperty(template))
                        .filter(member -> METHOD.matcher(member).matches())
                        .forEach(method -> operations.put(
                                method.toUpperCase(Locale.ROOT) + " " + template,
                                paths.appendProperty(template).appendProperty(method))));
        return operations;
    }

    /** Returns the name of the operation that serves {@code method} on {@code path}, or {@code unrouted}. */
    public String operationFor(String method, String path) {
        String requested = (method.equals("HEAD") ? "GET" : method) + " " + path.replaceFirst("\\?.*", "");
        return operations().keySet().stream()
                .filter(operation -> matches(operation, requested))
                .findFirst()
                .orElse("unrouted");
    }

    /** Compares with a template. A parameter is one segment, but {@code {path}} is the rest of the path. */
    private static boolean matches(String operation, String requested) {
        String rest = operation.replace("{path}", ".+");
        return requested.matches(Pattern.compile("\\{[^}]+}").matcher(rest).replaceAll("[^/]+"));
    }

    /** Returns the pointer to the responses of {@code operation}. */
    public JsonPointer responses(String operation) {
        return Optional.ofNullable(operations().get(operation)).orElse(UNROUTED).appendProperty("responses");
    }

    /** Returns {@code place}, or the target if it is a reference. */
    public JsonPointer resolve(JsonPointer place) {
        JsonNode node = at(place);
        boolean reference = node.has("$ref") && node.size() == 1;
        return reference
                ? resolve(JsonPointer.compile(node.get("$ref").textValue().substring(1)))
                : place;
    }

    /** Returns the member names of the object at {@code place}. */
    public Stream<String> names(JsonPointer place) {
        return at(place).properties().stream().map(member -> member.getKey());
    }
}
