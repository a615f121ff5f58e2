package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.use.UseTarget;
import java.io.IOException;

/** The three members that name a source of an account to its owner. */
final class TargetView {

    private TargetView() {}

    static void write(UseTarget target, JsonGenerator json) throws IOException {
        JsonWriter.writeNullable("source", target.source().map(JsonWriter::word), json);
        AccountNameView.write(target.account(), json);
    }
}
