package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response of the demo.
 *
 * @param location where a browser is redirected; empty otherwise
 */
record DemoResponse(int status, String contentType, String body, Optional<URI> location) {

    static final String NOTICE = "OmniBridge demo, invented data";

    /** Returns an object that says that the data is invented. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("notice", NOTICE);
    }

    static DemoResponse json(int status, ObjectNode body) {
        return new DemoResponse(status, "application/json", body + "\n", Optional.empty());
    }

    static DemoResponse ok(ObjectNode body) {
        return json(200, body);
    }

    static DemoResponse text(String contentType, String body) {
        return new DemoResponse(200, contentType, body, Optional.empty());
    }

    /** Returns a page whose fields have the parameters of the same names. */
    static DemoResponse page(String html, Map<String, String> parameters) {
        String filled = html;
        for (String name : List.of("redirect_uri", "state", "code_challenge", "nonce")) {
            filled = filled.replace("{" + name + "}", escaped(parameters.getOrDefault(name, "")));
        }
        return text("text/html; charset=utf-8", filled);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Redirects a browser, which requests the location with GET. */
    static DemoResponse redirect(URI location) {
        return new DemoResponse(303, "text/plain", "", Optional.of(location));
    }

    static DemoResponse failed(int status, String error) {
        return json(status, object().put("error", error));
    }
}
