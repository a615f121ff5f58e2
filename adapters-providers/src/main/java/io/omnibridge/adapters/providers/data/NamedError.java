package io.omnibridge.adapters.providers.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.reads.ApiErrors;
import io.omnibridge.adapters.providers.reads.MatchedRead;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import java.util.Optional;

/** What a response says is wrong, in the words of the API. Only a response that is complete after its beginning is looked at. */
enum NamedError {
    NONE,
    DEAD,
    LIMITED;

    static NamedError in(MatchedRead read, BodyPublisher body) {
        Optional<ApiErrors> errors = read.api().quirks().errors();
        if (errors.isEmpty() || !body.isComplete() || body.isEmpty()) {
            return NONE;
        }
        try {
            JsonNode name =
                    StrictJson.readForeignObject(body.peek()).at(errors.get().pointer());
            if (errors.get().dead().contains(name.asText())) {
                return DEAD;
            }
            return errors.get().limited().contains(name.asText()) ? LIMITED : NONE;
        } catch (MalformedJson e) {
            return NONE;
        }
    }
}
