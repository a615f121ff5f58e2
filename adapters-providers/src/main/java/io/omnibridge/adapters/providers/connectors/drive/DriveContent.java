package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.use.ApiRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the content of a file is read.
 *
 * @param isFirstSheetOnly whether there may be more sheets than the one that Google exports as CSV
 */
record DriveContent(ApiRequest request, boolean isHtml, boolean isFirstSheetOnly) {

    private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

    /** What each of Google's own kinds of documents is exported as. */
    private static final Map<String, String> EXPORTS = Map.of(
            "application/vnd.google-apps.document",
            "text/plain",
            SPREADSHEET,
            "text/csv",
            "application/vnd.google-apps.presentation",
            "text/plain");

    private static final Pattern TEXT = Pattern.compile(
            "text/.+|application/(?:json|xml|yaml|x-yaml|toml|sql|javascript)|application/[^/]+\\+(?:json|xml)");

    /** Returns how; empty if a file of its type has no text that is read. */
    static Optional<DriveContent> of(FoundItem file) {
        String mimeType = file.mimeType().orElse("");
        ApiReads read = ApiReads.of("/drive/v3/files").segment(file.id());
        if (EXPORTS.containsKey(mimeType)) {
            ApiRequest export =
                    read.then("/export").with("mimeType", EXPORTS.get(mimeType)).get();
            return Optional.of(new DriveContent(export, false, mimeType.equals(SPREADSHEET)));
        }
        return TEXT.matcher(mimeType).matches()
                ? Optional.of(new DriveContent(
                        read.with("alt", "media")
                                .with("supportsAllDrives", "true")
                                .get(),
                        mimeType.equals("text/html"),
                        false))
                : Optional.empty();
    }
}
