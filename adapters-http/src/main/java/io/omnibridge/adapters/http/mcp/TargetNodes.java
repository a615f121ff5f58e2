package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.use.UseTarget;

/** The members that name a source of an account in the results of tools. */
final class TargetNodes {

    private TargetNodes() {}

    static ObjectNode name(UseTarget target, ObjectNode node) {
        target.source().ifPresent(source -> node.put("source", JsonWriter.word(source)));
        return node.put("provider", target.account().provider().value())
                .put("account", target.account().providerAccountId().value());
    }
}
