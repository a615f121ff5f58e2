package io.omnibridge.adapters.providers.connectors.drive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drive API with text documents. It gives the fields that are asked for, as the API does. */
final class DriveFake extends ProviderFake {

    private static final Pattern LIST = Pattern.compile("nextPageToken,incompleteSearch,files\\((.*)\\)");

    private volatile String mimeType = "application/vnd.google-apps.document";
    private volatile Optional<String> size = Optional.empty();
    private volatile boolean isIncomplete;
    private volatile ApiReply content = ApiReply.file("text/plain", "The plan.");

    DriveFake() {
        super(StrictApis.google());
        api().serve("GET", "/drive/v3/files", this::list)
                .serve("GET", "/drive/v3/files/{id}", this::get)
                .serve("GET", "/drive/v3/files/{id}/export", this::export);
    }

    @Override
    public String id(int number) {
        return "1AbC-file_" + number;
    }

    void type(String type, Optional<String> bytes) {
        mimeType = type;
        size = bytes;
    }

    void content(ApiReply reply) {
        content = reply;
    }

    void searchIncompletely() {
        isIncomplete = true;
    }

    private ApiReply list(RecordedRequest request) {
        note(DriveGrammar.words(request.parameter("q").orElseThrow()));
        requireAllDrives(request);
        Matcher fields = LIST.matcher(request.parameter("fields").orElseThrow());
        if (!fields.matches()) {
            throw new AssertionError("fields");
        }
        Numbers page = page(
                request.parameter("pageToken"),
                Integer.parseInt(request.parameter("pageSize").orElseThrow()));
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("incompleteSearch", isIncomplete);
        page.next().ifPresent(it -> list.put("nextPageToken", it));
        page.items().forEach(it -> list.withArray("files").add(file(it, fields.group(1))));
        return ApiReply.json(list.toString());
    }

    private ApiReply get(RecordedRequest request) {
        int number = number(request.segment(-1));
        requireDrives(request);
        if (number == 0) {
            return ApiReply.json(404, "{\"error\":{\"code\":404,\"errors\":[{\"reason\":\"notFound\"}]}}");
        }
        if (request.parameter("alt").equals(Optional.of("media"))) {
            return content;
        }
        return ApiReply.json(
                file(number, request.parameter("fields").orElseThrow()).toString());
    }

    private ApiReply export(RecordedRequest request) {
        String type = request.parameter("mimeType").orElseThrow();
        return ApiReply.file(type, "\ufeffThe plan\r\nas " + type);
    }

    private static void requireDrives(RecordedRequest request) {
        if (!request.parameter("supportsAllDrives").equals(Optional.of("true"))) {
            throw new AssertionError("files of shared drives are unknown without supportsAllDrives");
        }
    }

    private static void requireAllDrives(RecordedRequest request) {
        requireDrives(request);
        if (!request.parameter("includeItemsFromAllDrives").equals(Optional.of("true"))) {
            throw new AssertionError("files of shared drives are not found without includeItemsFromAllDrives");
        }
    }

    private ObjectNode file(int number, String fields) {
        ObjectNode file = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "drive#file")
                .put("id", id(number))
                .put("name", title(number))
                .put("description", "What we do next.")
                .put("mimeType", mimeType)
                .put("webViewLink", "https://docs.google.com/document/d/" + id(number) + "/edit?usp=drivesdk")
                .put("modifiedTime", "2026-11-20T10:00:00.123Z")
                .put("thumbnailLink", "https://lh3.googleusercontent.com/x=s220");
        size.ifPresent(it -> file.put("size", it));
        file.putObject("lastModifyingUser").put("displayName", "Ada Lovelace").put("emailAddress", "ada@example.org");
        file.putArray("owners").addObject().put("displayName", "Charles Babbage");
        return file.retain(List.of(fields.replaceAll("\\([^)]*\\)", "").split(",")));
    }
}
