package io.omnibridge.adapters.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A JSON value, or a part of one, as a view writes it. */
@FunctionalInterface
public interface JsonBody {
    void writeTo(JsonGenerator json) throws IOException;
}
