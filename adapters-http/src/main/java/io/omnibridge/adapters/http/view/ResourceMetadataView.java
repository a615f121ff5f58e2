package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.domain.identity.Permission;
import java.io.IOException;
import java.util.Objects;

/** JSON about the route of agents as an OAuth resource (RFC 9728 §2). */
public record ResourceMetadataView(String resource, String issuer) implements JsonBody {

    public ResourceMetadataView {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(issuer, "issuer");
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("resource", resource);
        json.writeStringField("resource_name", "OmniBridge");
        writeOne("authorization_servers", issuer, json);
        writeOne("scopes_supported", Permission.READ_DATA.scope(), json);
        writeOne("bearer_methods_supported", "header", json);
        json.writeEndObject();
    }

    private static void writeOne(String name, String value, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeString(value);
        json.writeEndArray();
    }
}
