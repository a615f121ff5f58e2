package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Parts of mails as the Gmail API writes them. */
final class MailJson {

    private MailJson() {}

    static ObjectNode headers() {
        return JsonNodeFactory.instance.objectNode().put("mimeType", "multipart/mixed");
    }

    static ObjectNode multipart(String subtype, JsonNode... parts) {
        ObjectNode multipart = part("multipart/" + subtype, "");
        for (JsonNode part : parts) {
            multipart.withArray("parts").add(part);
        }
        return multipart;
    }

    static ObjectNode part(String contentType, String text) {
        return part(contentType, text, StandardCharsets.UTF_8);
    }

    static ObjectNode part(String contentType, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        ObjectNode part = JsonNodeFactory.instance
                .objectNode()
                .put("mimeType", contentType.split(";", 2)[0])
                .put("filename", "");
        part.putArray("headers").addObject().put("name", "Content-Type").put("value", contentType);
        part.putObject("body")
                .put("size", bytes.length)
                .put("data", Base64.getUrlEncoder().encodeToString(bytes));
        return part;
    }

    static ObjectNode attachment(String contentType, String name, String text) {
        return part(contentType, text).put("filename", name);
    }
}
