package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A response of one of the APIs. */
record DemoAnswer(int status, String contentType, String body) {

    static final String NOTICE = "OmniBridge demo, invented data";

    /** Returns an object that says that the data is invented. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("notice", NOTICE);
    }

    static DemoAnswer json(int status, ObjectNode body) {
        return new DemoAnswer(status, "application/json", body + "\n");
    }

    static DemoAnswer ok(ObjectNode body) {
        return json(200, body);
    }

    static DemoAnswer text(String contentType, String body) {
        return new DemoAnswer(200, contentType, body);
    }

    static DemoAnswer failed(int status, String error) {
        return json(status, object().put("error", error));
    }
}
