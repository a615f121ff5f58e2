package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.adapters.providers.connectors.text.TextBytes;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import io.omnibridge.domain.search.MissingTextReason;
import java.util.List;

/** Plans the reading of a file's text: an export of Google's own documents, the content of text files. */
final class DriveText {

    private static final long MAX_SIZE = 4L * 1024 * 1024;

    private DriveText() {}

    /** @param size in bytes; 0 if the API gave none, as for Google's own documents */
    static ReadPlan<ItemContent> of(FoundItem file, long size) {
        if (file.type() == ItemType.FOLDER) {
            return missing(file, MissingTextReason.NO_TEXT);
        }
        if (size > MAX_SIZE) {
            return missing(file, MissingTextReason.TOO_LARGE);
        }
        return DriveContent.of(file)
                .<ReadPlan<ItemContent>>map(content -> new ReadPlan.Reads<>(
                        List.of(content.request()), results -> read(file, content, results.get(0))))
                .orElseGet(() -> missing(file, MissingTextReason.NOT_SUPPORTED));
    }

    private static ReadPlan<ItemContent> read(FoundItem file, DriveContent content, ReadResult result) {
        return ExportLimit.isReached(result)
                ? missing(file, MissingTextReason.TOO_LARGE)
                : ReadResults.response(result, response -> {
                    String text = TextBytes.decode(response.bytes(), response.contentType());
                    return new ReadPlan.Done<>(new ItemContent(
                            file,
                            content.isHtml() ? ItemTexts.html(text) : ItemTexts.plain(text),
                            content.isFirstSheetOnly()));
                });
    }

    private static ReadPlan<ItemContent> missing(FoundItem file, MissingTextReason why) {
        return new ReadPlan.Done<>(new ItemContent(file, new ItemText.Missing(why), false));
    }
}
