package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.application.connect.AttemptWarning;
import java.io.IOException;
import java.util.Collection;

/** Member {@code warnings} of a completed attempt. */
final class WarningsView {

    private WarningsView() {}

    static void write(Collection<AttemptWarning> warnings, JsonGenerator json) throws IOException {
        JsonArrays.writeWords("warnings", warnings, json);
    }
}
