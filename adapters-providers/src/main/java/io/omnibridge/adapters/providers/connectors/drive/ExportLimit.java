package io.omnibridge.adapters.providers.connectors.drive;

import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.use.UseFailure;

/** The size up to which files are read: OmniBridge's own limit, and that of Google's exports, which is 10 MB. */
final class ExportLimit {

    private static final int FORBIDDEN = 403;

    private ExportLimit() {}

    /** Returns whether a read failed because the file is too large. */
    static boolean isReached(ReadResult result) {
        return result instanceof ReadResult.Failed failed
                ? failed.reason() == UseFailure.RESPONSE_TOO_LARGE
                : result instanceof ReadResult.Response response
                        && response.status() == FORBIDDEN
                        && reason(response).equals("exportSizeLimitExceeded");
    }

    private static String reason(ReadResult.Response response) {
        try {
            return ResponseFields.text(StrictJson.readForeignObject(response.bytes()), "/error/errors/0/reason")
                    .orElse("");
        } catch (MalformedJson e) {
            return "";
        }
    }
}
