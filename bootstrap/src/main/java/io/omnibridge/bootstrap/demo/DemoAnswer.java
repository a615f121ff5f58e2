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
record DemoAnswer(int status, String contentType, String body, Optional<URI> location) {

    static final String NOTICE = "OmniBridge demo, invented data";

    /** Returns an object that says that the data is invented. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("notice", NOTICE);
    }

    static DemoAnswer json(int status, ObjectNode body) {
        return new DemoAnswer(status, "application/json", body + "\n", Optional.empty());
    }

    static DemoAnswer ok(ObjectNode body) {
        return json(200, body);
    }

    static DemoAnswer text(String contentType, String body) {
        return new DemoAnswer(200, contentType, body, Optional.empty());
    }

    /** Returns a page whose fields have the parameters of the same names. */
    static DemoAnswer page(String html, Map<String, String> parameters) {
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
    static DemoAnswer redirect(URI location) {
        return new DemoAnswer(303, "text/plain", "", Optional.of(location));
    }

    static DemoAnswer failed(int status, String error) {
        return json(status, object().put("error", error));
    }
}
