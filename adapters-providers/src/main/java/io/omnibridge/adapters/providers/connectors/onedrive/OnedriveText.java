package io.omnibridge.adapters.providers.connectors.onedrive;

import io.omnibridge.adapters.providers.connectors.ApiReads;
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
import io.omnibridge.domain.use.UseFailure;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Plans the reading of a text file's content. Files of Office are not read as text. */
final class OnedriveText {

    private static final long MAX_SIZE = 4L * 1024 * 1024;
    private static final Set<String> TYPES = Set.of(
            "application/json", "application/xml", "application/yaml", "application/x-yaml", "application/javascript");

    /** Names of text files whose type OneDrive does not know. */
    private static final Set<String> ENDINGS = Set.of("txt", "md", "csv", "json", "xml", "yaml", "yml", "log");

    private OnedriveText() {}

    static ReadPlan<ItemContent> plan(FoundItem file, long size) {
        if (file.type() == ItemType.FOLDER) {
            return missing(file, MissingTextReason.NO_TEXT);
        }
        if (!isText(file)) {
            return missing(file, MissingTextReason.NOT_SUPPORTED);
        }
        return size > MAX_SIZE
                ? missing(file, MissingTextReason.TOO_LARGE)
                : new ReadPlan.Reads<>(
                        List.of(ApiReads.of("/v1.0/me/drive/items")
                                .segment(file.id())
                                .then("/content")
                                .get()),
                        results -> content(file, results.get(0)));
    }

    private static boolean isText(FoundItem file) {
        String type = file.mimeType().orElse("").toLowerCase(Locale.ROOT);
        String name = file.title().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || TYPES.contains(type)
                || (type.equals("application/octet-stream")
                        && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static ReadPlan<ItemContent> content(FoundItem file, ReadResult result) {
        if (result instanceof ReadResult.Failed failed && failed.reason() == UseFailure.RESPONSE_TOO_LARGE) {
            return missing(file, MissingTextReason.TOO_LARGE);
        }
        return ReadResults.response(
                result, response -> new ReadPlan.Done<>(new ItemContent(file, text(file, response), false)));
    }

    private static ItemText text(FoundItem file, ReadResult.Response content) {
        String text = TextBytes.decode(content.bytes(), content.contentType());
        return file.mimeType().filter("text/html"::equalsIgnoreCase).isPresent()
                ? ItemTexts.html(text)
                : ItemTexts.plain(text);
    }

    private static ReadPlan<ItemContent> missing(FoundItem file, MissingTextReason why) {
        return new ReadPlan.Done<>(new ItemContent(file, new ItemText.Missing(why), false));
    }
}
