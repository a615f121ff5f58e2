package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.accounts.UnlinkResult;
import java.io.IOException;

/** The confirmation that an account is gone, and what its provider said about it. */
public record UnlinkedView(UnlinkResult.Unlinked unlinked) implements JsonWriter.Body {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("revocation", JsonWriter.word(unlinked.revocation()));
        JsonWriter.writeNullable("grants_page", unlinked.grantsPage(), json);
        json.writeEndObject();
    }
}
