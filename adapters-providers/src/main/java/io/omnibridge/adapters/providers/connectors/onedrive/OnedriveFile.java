package io.omnibridge.adapters.providers.connectors.onedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.util.Optional;

/** Reads a file or a folder as Microsoft Graph describes it. */
final class OnedriveFile {

    /** The fields that make an item. No URL for downloads is among them: it would need no token. */
    static final String FIELDS = "id,name,webUrl,lastModifiedBy,lastModifiedDateTime,size,file,folder,remoteItem";

    private OnedriveFile() {}

    static Optional<FoundItem> item(JsonNode file) {
        boolean isFolder = file.has("folder") || file.path("remoteItem").has("folder");
        return ResponseFields.text(file, "/id")
                .filter(id -> id.length() <= FoundItem.MAX_ID)
                .map(id -> new FoundItem(
                        id,
                        isFolder ? ItemType.FOLDER : ItemType.FILE,
                        ResponseFields.text(file, "/name").orElse(""),
                        Optional.empty(),
                        ResponseFields.url(file, "/webUrl"),
                        ResponseFields.text(file, "/lastModifiedBy/user/displayName"),
                        ResponseFields.time(file, "/lastModifiedDateTime"),
                        ResponseFields.text(file, "/file/mimeType"),
                        Optional.empty()));
    }
}
