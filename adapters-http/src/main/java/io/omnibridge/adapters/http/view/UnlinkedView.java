package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.accounts.UnlinkResult;
import java.io.IOException;

/** JSON that confirms that an account is unlinked, with the result of the revocation at its provider. */
public record UnlinkedView(UnlinkResult.Unlinked unlinked) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("revocation", JsonWriter.word(unlinked.revocation()));
        JsonWriter.writeNullable("grants_page", unlinked.grantsPage(), json);
        json.writeEndObject();
    }
}
