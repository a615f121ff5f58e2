package io.omnibridge.adapters.providers.connectors.drive;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.util.Optional;

/** Reads a file as {@code files.list} and {@code files.get} describe it. */
final class DriveFile {

    /** The fields that are read: without being asked, the API leaves out most of them. */
    static final String FIELDS = "id,name,description,mimeType,webViewLink,modifiedTime,size,"
            + "lastModifyingUser(displayName,emailAddress),owners(displayName,emailAddress)";

    private static final String FOLDER = "application/vnd.google-apps.folder";

    private DriveFile() {}

    static Optional<FoundItem> item(JsonNode file) {
        Optional<String> mimeType = ResponseFields.text(file, "/mimeType");
        return ResponseFields.text(file, "/id")
                .filter(id -> id.length() <= FoundItem.MAX_ID)
                .map(id -> new FoundItem(
                        id,
                        mimeType.filter(FOLDER::equals).isPresent() ? ItemType.FOLDER : ItemType.FILE,
                        ResponseFields.text(file, "/name").orElse(""),
                        ResponseFields.text(file, "/description"),
                        ResponseFields.url(file, "/webViewLink"),
                        ResponseFields.text(file, "/lastModifyingUser/displayName")
                                .or(() -> ResponseFields.text(file, "/owners/0/displayName")),
                        ResponseFields.time(file, "/modifiedTime"),
                        mimeType,
                        Optional.of("drive:" + id)));
    }
}
