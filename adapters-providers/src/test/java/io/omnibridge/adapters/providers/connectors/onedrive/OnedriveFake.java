package io.omnibridge.adapters.providers.connectors.onedrive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drive of Microsoft Graph. It gives the fields that are asked for, and URLs for downloads besides, as Graph does. */
final class OnedriveFake extends ProviderFake {

    private static final Pattern CALL = Pattern.compile("search\\(q='((?:[^']|'')+)'\\)");

    /** Words of letters, digits and what has no meaning in the Keyword Query Language; no operator and no sign before them. */
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?!(?:AND|OR|NOT|NEAR|ONEAR|WORDS|XRANK|ALL|ANY)(?: |$))[^\\s\"\u201c\u201d:=<>()*?+-][^\\s\"\u201c\u201d:=<>()*?]*(?: |$))+");

    private volatile String facet = "file";
    private volatile String mimeType = "text/plain";
    private volatile long size = 9;

    OnedriveFake() {
        super(StrictApis.microsoft());
        api().serve("GET", "/v1.0/me/drive/root/search(q='{q}')", this::search)
                .serve("GET", "/v1.0/me/drive/items/{id}", this::get)
                .serve("GET", "/v1.0/me/drive/items/{id}/content", this::content);
    }

    @Override
    public String id(int number) {
        return "01ABC!" + number;
    }

    void type(String type, long bytes) {
        mimeType = type;
        size = bytes;
    }

    void holdFolders() {
        facet = "folder";
    }

    private ApiReply search(RecordedRequest request) {
        Matcher call = CALL.matcher(request.segment(-1));
        if (!call.matches()) {
            throw new AssertionError("no call of the search: " + request.path());
        }
        String query = call.group(1).replace("''", "'");
        if (!WORDS.matcher(query).matches()) {
            throw new AssertionError("no search for words: " + query);
        }
        note(List.of(query.split(" ")));
        Numbers page = page(
                request.parameter("$skiptoken"),
                Integer.parseInt(request.parameter("$top").orElseThrow()));
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        page.items()
                .forEach(it -> value.add(file(it, request.parameter("$select").orElseThrow())));
        page.next()
                .ifPresent(it -> list.put(
                        "@odata.nextLink",
                        api().url() + "/v1.0/me/drive/root/search(q='x')?$skiptoken="
                                + URLEncoder.encode(it, StandardCharsets.UTF_8)));
        return ApiReply.json(list.toString());
    }

    private ApiReply get(RecordedRequest request) {
        int number = number(request.segment(-1));
        return number == 0
                ? ApiReply.json(404, "{\"error\":{\"code\":\"itemNotFound\"}}")
                : ApiReply.json(
                        file(number, request.parameter("$select").orElseThrow()).toString());
    }

    private ApiReply content(RecordedRequest request) {
        return number(request.segment(-2)) == 0
                ? ApiReply.json(404, "{\"error\":{\"code\":\"itemNotFound\"}}")
                : ApiReply.file(mimeType, "The plan.");
    }

    private ObjectNode file(int number, String select) {
        ObjectNode file = JsonNodeFactory.instance
                .objectNode()
                .put("id", id(number))
                .put("name", title(number))
                .put("webUrl", "https://contoso-my.sharepoint.com/personal/ada/Documents/" + number + ".txt")
                .put("lastModifiedDateTime", "2026-11-20T10:00:00Z")
                .put("size", size);
        file.putObject("lastModifiedBy").putObject("user").put("displayName", "Ada Lovelace");
        ObjectNode isA = file.putObject(facet);
        if (facet.equals("file")) {
            isA.put("mimeType", mimeType);
        }
        file.retain(List.of(select.split(",")));
        return file.put("@microsoft.graph.downloadUrl", "https://contoso-my.sharepoint.com/d?tempauth=x");
    }
}
