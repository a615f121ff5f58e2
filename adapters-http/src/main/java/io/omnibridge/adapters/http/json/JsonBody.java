package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The members of a JSON object, as a view writes them. */
@FunctionalInterface
public interface JsonBody {
    void writeTo(JsonGenerator json) throws IOException;
}
