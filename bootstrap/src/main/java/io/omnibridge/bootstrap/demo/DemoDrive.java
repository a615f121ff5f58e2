package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Invented files as Google Drive's API gives them: a search over names and contents, a file, and its content as text. */
final class DemoDrive implements DemoArea {

    private static final Pattern CLAUSE = Pattern.compile("fullText contains '((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern FILE = Pattern.compile("/files/([^/]+)(/export)?");

    private final List<JsonNode> files = DemoResources.array("files.json");

    @Override
    public Optional<DemoResponse> respond(DemoCall call) {
        if (call.path().equals("/files")) {
            return Optional.of(DemoResponse.ok(list(call)));
        }
        return call.match(FILE)
                .flatMap(path -> find(path.group(1)).map(file -> {
                    boolean isContent =
                            path.group(2) != null || call.parameter("alt").equals("media");
                    return isContent
                            ? DemoResponse.text(
                                    "text/plain; charset=UTF-8",
                                    file.path("text").asText())
                            : DemoResponse.ok(describe(file, DemoResponse.object()));
                }));
    }

    private Optional<JsonNode> find(String id) {
        return files.stream().filter(it -> it.path("id").asText().equals(id)).findFirst();
    }

    private ObjectNode list(DemoCall call) {
        List<String> words = DemoCall.groups(CLAUSE, call.parameter("q"));
        List<JsonNode> found = files.stream()
                .filter(it -> DemoCall.hasAll(
                        it.path("name").asText() + ' ' + it.path("text").asText(), words))
                .toList();
        int offset = call.number("pageToken", 0);
        int size = Math.max(1, call.number("pageSize", 10));
        ObjectNode list = DemoResponse.object().put("incompleteSearch", false);
        ArrayNode page = list.putArray("files");
        found.stream().skip(offset).limit(size).forEach(it -> describe(it, page.addObject()));
        return found.size() > offset + size ? list.put("nextPageToken", Integer.toString(offset + size)) : list;
    }

    private static ObjectNode describe(JsonNode file, ObjectNode json) {
        json.put("id", file.path("id").asText())
                .put("name", file.path("name").asText())
                .put("mimeType", file.path("mimeType").asText())
                .put("modifiedTime", file.path("modified").asText())
                .put(
                        "webViewLink",
                        "https://drive.example/demo/" + file.path("id").asText())
                .put("size", Integer.toString(file.path("text").asText().getBytes(StandardCharsets.UTF_8).length));
        json.putObject("lastModifyingUser").put("displayName", file.path("by").asText());
        return json;
    }
}
