package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Outcomes;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.adapters.providers.connectors.text.TextBytes;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.use.ApiRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the reading of a file's text: an export of Google's own documents, the content of text files. */
final class DriveText {

    private static final long MAX_SIZE = 4L * 1024 * 1024;

    /** What each of Google's own kinds of documents is exported as. */
    private static final Map<String, String> EXPORTS = Map.of(
            "application/vnd.google-apps.document", "text/plain",
            "application/vnd.google-apps.spreadsheet", "text/csv",
            "application/vnd.google-apps.presentation", "text/plain");

    private DriveText() {}

    static ReadPlan<ItemContent> of(FoundItem file, long size) {
        if (file.type() == ItemType.FOLDER) {
            return missing(file, ItemText.Missing.Why.NO_TEXT);
        }
        Optional<ApiRequest> request = request(file);
        if (request.isEmpty()) {
            return missing(file, ItemText.Missing.Why.NOT_SUPPORTED);
        }
        if (size > MAX_SIZE) {
            return missing(file, ItemText.Missing.Why.TOO_LARGE);
        }
        return new ReadPlan.Reads<>(
                List.of(request.get()),
                outcomes -> Outcomes.response(
                        outcomes.get(0),
                        response -> new ReadPlan.Done<>(new ItemContent(
                                file,
                                ItemTexts.plain(TextBytes.decode(response.bytes(), response.contentType())),
                                false))));
    }

    private static Optional<ApiRequest> request(FoundItem file) {
        String mimeType = file.mimeType().orElse("");
        ApiReads read = ApiReads.of("/drive/v3/files").segment(file.id());
        if (EXPORTS.containsKey(mimeType)) {
            return Optional.of(
                    read.then("/export").with("mimeType", EXPORTS.get(mimeType)).get());
        }
        return mimeType.startsWith("text/") || mimeType.equals("application/json")
                ? Optional.of(read.with("alt", "media").get())
                : Optional.empty();
    }

    private static ReadPlan<ItemContent> missing(FoundItem file, ItemText.Missing.Why why) {
        return new ReadPlan.Done<>(new ItemContent(file, new ItemText.Missing(why), false));
    }
}
